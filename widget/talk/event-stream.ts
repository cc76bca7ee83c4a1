/** Takes the text of an event stream in pieces that may be cut anywhere. */
export interface EventStreamReader {
  push(piece: string): void;
}

/**
 * Reads a stream of server-sent events by the WHATWG rules: CR, LF or CRLF, comments, several data lines, a leading
 * byte order mark. An event that the stream's end cuts off is dropped, as the rules say.
 */
export function createEventStreamReader(onEvent: (name: string, data: string) => void): EventStreamReader {
  let rest = "";
  let atStart = true;
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
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") name = value;
    else if (field === "data") data.push(value);
  }

  return {
    push(piece) {
      let text = piece;
      if (!text) return;
      if (atStart) text = text.replace(/^\uFEFF/, "");
      atStart = false;
      if (skipLineFeed && text[0] === "\n") text = text.slice(1);
      skipLineFeed = text.endsWith("\r");
      const lines = (rest + text).split(/\r\n|\n|\r/);
      rest = lines.pop() ?? "";
      for (const line of lines) take(line);
    },
  };
}
