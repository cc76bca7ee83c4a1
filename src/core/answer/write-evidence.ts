// What a model says, held against the passages while it is still being said. Nothing leaves here that the rules forbid.
import type { PassageHit } from "@/store/search-passages";
import { toTexts } from "./answer-texts";
import { type EvidenceRules, NO_ANSWER } from "./evidence-rules";
import type { Citation, FoundAnswer } from "./extract-answer";
import type { Support } from "./find-support";
import { SentenceJudge } from "./judge-sentence";
import { type Segment, SentenceStream } from "./sentence-stream";

/** Sentences of an answer; the rest of a longer one is not read. */
const MOST_CHARACTERS = 8000;

export class EvidenceWriter {
  readonly #rules: EvidenceRules;
  readonly #hits: readonly PassageHit[];
  readonly #judge: SentenceJudge;
  readonly #stream = new SentenceStream();
  readonly #citations: Citation[] = [];
  readonly #cited = new Map<number, number>();
  /** A line that opens what follows it, said once that is said. */
  #opening: Segment | null = null;
  #content = "";
  /** How much of the sentence that is not whole yet has been shown. */
  #ahead = "";
  #supported = 0;
  #unsupported = 0;
  #read = 0;
  #saysNoAnswer = false;
  #closed = false;

  constructor(hits: readonly PassageHit[], rules: EvidenceRules) {
    this.#hits = hits;
    this.#rules = rules;
    this.#judge = new SentenceJudge(hits, rules);
  }

  /** Whether nothing more will be taken: the answer is long enough, or refused. */
  get isOver(): boolean {
    return this.#closed;
  }

  /** What may be shown now that `text` has been said. */
  push(text: string): string {
    if (this.#closed) return "";
    const shown = this.#takeAll(this.#stream.push(text));
    return this.#closed ? shown : shown + this.#showAhead();
  }

  /**
   * The end of what was said, with what may be shown besides. The answer is null where nothing of it is left, and
   * `refused` where the model, or the tenant's rule, says that there is none.
   */
  end(): { text: string; answer: FoundAnswer | null; refused: boolean } {
    const text = this.#closed ? "" : this.#takeAll(this.#stream.end());
    const refuses = this.#rules.unsupported === "refuse" && this.#unsupported > 0;
    const refused = refuses || (this.#saysNoAnswer && this.#supported === 0);
    if (refused || this.#supported === 0) return { text, answer: null, refused };
    const grounded = this.#rules.unsupported !== "mark" || this.#unsupported === 0;
    const citations = this.#rules.citations ? this.#citations : [];
    return { text, answer: { content: this.#content, citations, grounded }, refused };
  }

  #takeAll(segments: Segment[]): string {
    return segments.map((segment) => this.#take(segment)).join("");
  }

  #take(segment: Segment): string {
    if (this.#closed) return "";
    this.#read += segment.text.length + segment.glue.length;
    if (this.#read > MOST_CHARACTERS) {
      this.#closed = true;
      return "";
    }
    const ahead = this.#ahead;
    this.#ahead = "";
    const judged = this.#judge.judge(segment.text);
    switch (judged.kind) {
      case "no answer":
        this.#saysNoAnswer = true;
        return "";
      case "empty":
        return "";
      case "backed":
        this.#supported += 1;
        return this.#say(segment, this.#cite(judged.text, judged.supports), ahead);
      case "opening":
        if (this.#rules.unsupported === "mark") return this.#say(segment, judged.text, ahead);
        this.#opening = { ...segment, text: judged.text };
        return "";
      case "near":
        return this.#drop(segment, judged.text, ahead);
      case "strange":
        return this.#drop(segment, "", ahead);
    }
  }

  /** What nothing backs: shown, with its mark, where the tenant wants that and it is about the same. */
  #drop(segment: Segment, text: string, ahead: string): string {
    this.#unsupported += 1;
    this.#opening = null;
    if (this.#rules.unsupported === "refuse") this.#closed = true;
    if (this.#rules.unsupported !== "mark" || text === "") return "";
    const { question, previous } = this.#rules;
    return this.#say(segment, `${text} *(${toTexts(question, previous?.question).unconfirmed})*`, ahead);
  }

  #say(segment: Segment, text: string, ahead: string): string {
    const opening = this.#opening;
    this.#opening = null;
    const before = opening ? (this.#content === "" ? "" : opening.glue || " ") + opening.text : "";
    const added = before + (this.#content + before === "" ? "" : segment.glue || " ") + text;
    this.#content += added;
    // What was shown ahead of its check is a beginning of this: it was plain words.
    return added.startsWith(ahead) ? added.slice(ahead.length) : added;
  }

  #cite(text: string, supports: readonly Support[]): string {
    const marks = supports.map(({ passage, quote }) => {
      let marker = this.#cited.get(passage);
      const hit = this.#hits[passage];
      if (marker === undefined && hit) {
        marker = this.#citations.length + 1;
        const { title, url, anchor, sourceId } = hit;
        const address = url && anchor && !url.includes("#") ? `${url}#${anchor}` : url;
        this.#citations.push({ marker, title, url: address, quote, sourceId });
        this.#cited.set(passage, marker);
      }
      return `[${marker}]`;
    });
    if (!this.#rules.citations) return text;
    const mark = marks.join(" ");
    if (/(?:```|~~~)$/.test(text)) return `${text}\n\n${mark}`;
    return text.endsWith("|") ? `${text.slice(0, -1).trimEnd()} ${mark} |` : `${text} ${mark}`;
  }

  /**
   * Under `mark`, words of the sentence that is being said, as long as the passages know them: nothing in them can become
   * a link, a mark, or an attacker's word.
   */
  #showAhead(): string {
    if (this.#rules.unsupported !== "mark") return "";
    const { rest } = this.#stream;
    const glue = /^\s*/.exec(rest)?.[0] ?? "";
    const body = rest.slice(glue.length);
    const plain = /^(?:[\p{L}\p{N}'’,;%€$-]+[ ])+/u.exec(body)?.[0].trimEnd() ?? "";
    if (plain === "" || NO_ANSWER.startsWith(plain) || !this.#judge.knows(plain) || this.#judge.leaks(plain)) return "";
    const ahead = this.#content === "" ? plain : (glue || " ") + plain;
    if (!ahead.startsWith(this.#ahead) || ahead.length === this.#ahead.length) return "";
    const fresh = ahead.slice(this.#ahead.length);
    this.#ahead = ahead;
    return fresh;
  }
}
