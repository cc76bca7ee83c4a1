// A text that arrives in pieces, cut into whole sentences as soon as each is whole.
import { toSentences } from "@/core/passage/sentences";

export interface Segment {
  /** White space that stood before it. */
  glue: string;
  /** A sentence, a line of a list or table, or a whole code block; the marks after a full stop belong to it. */
  text: string;
}

const MARKS = /^(?:\s*(?:\[\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*\]|【\d{1,3}】))+/u;

export class SentenceStream {
  #rest = "";

  /** What has arrived of the sentence that is not whole yet. */
  get rest(): string {
    return this.#rest;
  }

  /** The segments that are whole now. */
  push(text: string): Segment[] {
    this.#rest += text;
    const whole: Segment[] = [];
    for (;;) {
      const end = findEnd(this.#rest);
      if (end === 0) return whole;
      whole.push(toSegment(this.#rest.slice(0, end)));
      this.#rest = this.#rest.slice(end);
    }
  }

  /** The rest, whole or not. */
  end(): Segment[] {
    const whole = this.push("\n");
    const { text, glue } = toSegment(this.#rest);
    this.#rest = "";
    return text === "" ? whole : [...whole, { text, glue }];
  }
}

function toSegment(raw: string): Segment {
  const glue = /^\s*/.exec(raw)?.[0] ?? "";
  return { glue, text: raw.slice(glue.length).trimEnd() };
}

/** Where the first whole segment ends, 0 for nowhere yet. */
function findEnd(rest: string): number {
  const start = /^\s*/.exec(rest)?.[0].length ?? 0;
  const body = rest.slice(start);
  if (body === "") return 0;
  const fence = /^(```|~~~)/.exec(body)?.[1];
  if (fence) {
    const close = body.indexOf(`\n${fence}`, 3);
    const after = close < 0 ? -1 : body.indexOf("\n", close + 1);
    return after < 0 ? 0 : start + after;
  }
  const line = body.indexOf("\n");
  const within = line < 0 ? body : body.slice(0, line);
  // A list item's number is no sentence of its own.
  const bullet = /^(?:[-*+]|\d{1,3}[.)])\s+/.exec(within)?.[0].length ?? 0;
  const at = findSentenceEnd(within, bullet);
  if (at > 0) {
    const marks = MARKS.exec(within.slice(at))?.[0].length ?? 0;
    const next = within.slice(at + marks);
    // More of the marks, or of an ellipsis, may be on its way.
    // By Unicode's rules the next letter decides, whatever stands before it: in lower case it goes on with the sentence.
    if (line < 0 && !/[\p{L}.!?。！？]/u.test(next)) return 0;
    if (/^\s*\[[^\]]{0,12}$/.test(next) && line < 0) return 0;
    if (next.trim() !== "") return start + at + marks;
  }
  if (line < 0) return 0;
  const tail = body.slice(line);
  const carried = MARKS.exec(tail)?.[0].length ?? 0;
  return start + line + (carried && /\S/.test(tail.slice(carried)) ? carried : 0);
}

/** Where the first sentence ends before another, 0 for nowhere: an address and a link go on behind their `?` and `!`. */
function findSentenceEnd(line: string, from: number): number {
  // By Unicode's rules a sentence goes on where what follows is in lower case; a tag is no part of it.
  const tag = /[.!?]["')\]]*(?=\s+<)/.exec(line.slice(from));
  if (tag) return from + tag.index + tag[0].length;
  let at = from;
  for (const sentence of toSentences(line.slice(from)).slice(0, -1)) {
    at = line.indexOf(sentence, at) + sentence.length;
    if (/\s/.test(line.charAt(at)) || /[。！？]$/u.test(sentence)) return at;
  }
  return 0;
}
