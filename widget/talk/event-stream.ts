/** Takes the text of an event stream in pieces that may be cut anywhere. */
export interface EventStreamReader {
  push(piece: string): void;
}

/**
 * Reads a stream of server-sent events by the WHATWG rules: CR, LF or CRLF, comments, several data lines. A byte order
 * mark is the decoder's to take away. An event that the stream's end cuts off is dropped, as the rules say.
 */
export function createEventStreamReader(onEvent: (name: string, data: string) => void): EventStreamReader {
  let rest = "";
  // A CR at the end of a piece ends its line at once; the LF that may open the next piece belongs to it.
  let skipLineFeed = false;
  let name = "";
  let data: string[] = [];

  function take(line: string) {
    if (!line) {
      if (data.length) onEvent(name || "message", data.join("\n"));
      name = "";
      data = [];
      return;
    }
    const [, field, value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (field === "event") name = value;
    else if (field === "data") data.push(value);
  }

  return {
    push(piece) {
      let text = piece;
      if (!text) return;
      if (skipLineFeed && text[0] === "\n") text = text.slice(1);
      skipLineFeed = text.endsWith("\r");
      const lines = (rest + text).split(/\r\n|\n|\r/);
      rest = lines.pop() ?? "";
      for (const line of lines) take(line);
    },
  };
}
