// What may become of one sentence of a model's: whether it is backed, opens what is, or is harmless at least.
import type { PassageHit } from "@/store/search-passages";
import { isPlain, isTurn, toClaim, toMissing } from "./claim";
import { toRuns } from "./copied-words";
import { type EvidenceRules, NO_ANSWER } from "./evidence-rules";
import { type Evidence, findSupport, type Support } from "./find-support";
import { asksForSecrets, toHonestText } from "./honest-evidence";
import { COURTESY, isCourtesy } from "./is-courtesy";
import { keepAllowedLinks, toHosts } from "./link-gate";
import { isOrder } from "./planted-orders";
import { isSameQuantity } from "./quantities";

export type Judged =
  | { kind: "backed"; text: string; supports: Support[] }
  /** Says nothing by itself: shown when something backed follows. */
  | { kind: "opening"; text: string }
  /** Backed by nothing, and about what the passages are about. */
  | { kind: "near"; text: string }
  /** Backed by nothing, and no more than that is known of it. */
  | { kind: "strange" }
  | { kind: "empty" }
  | { kind: "no answer" };

const MARKS = /\s*(?:\[\s*(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\s*\]|【(\d{1,3})】)/gu;
const NEAR = 0.6;
const toRawWords = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export class SentenceJudge {
  readonly #rules: EvidenceRules;
  readonly #hits: readonly PassageHit[];
  readonly #evidence: readonly Evidence[];
  readonly #known: { words: string[]; quantities: ReturnType<typeof toClaim>["quantities"] }[];
  readonly #hidden: ReadonlySet<string>;
  readonly #vocabulary: ReadonlySet<string>;
  /** Words that nobody vouches for: of the question, and of what was taken out of the passages. */
  readonly #unvouched: string[];

  constructor(hits: readonly PassageHit[], rules: EvidenceRules) {
    this.#hits = hits;
    this.#rules = rules;
    this.#evidence = hits.map((hit) => ({
      source: hit.text,
      text: toHonestText(hit, rules.linkHosts),
      title: isOrder(hit.title) ? "" : hit.title,
      headings: hit.headings.filter((heading) => !isOrder(heading)),
    }));
    this.#known = this.#evidence.map(({ text, title, headings }) => {
      const { words, light, quantities } = toClaim([title, ...headings, text].join(".\n"));
      return { words: [...words, ...light], quantities };
    });
    this.#vocabulary = new Set(this.#evidence.flatMap(({ text, title }) => toRawWords(`${title} ${text}`)));
    this.#hidden = new Set(rules.hidden.flatMap((text) => toRuns(text)));
    const { question, previous } = rules;
    const taken = this.#evidence.filter(({ text, source }) => text !== source).map(({ source }) => source);
    this.#unvouched = [question, previous?.question ?? "", ...taken].flatMap((text) => toClaim(text).words);
  }

  judge(sentence: string): Judged {
    if (sentence.includes(NO_ANSWER)) return { kind: "no answer" };
    const named: number[] = [];
    const bare = sentence
      .replace(MARKS, (_, list?: string, single?: string) => {
        for (const number of (list ?? single ?? "").split(/[^\d]+/)) named.push(Number(number) - 1);
        return "";
      })
      .trim();
    if (!/[\p{L}\p{N}]/u.test(bare)) return { kind: "empty" };
    if (this.leaks(bare) || asksForSecrets(bare)) return { kind: "strange" };
    if (isCourtesy(bare)) return { kind: "opening", text: this.#gate(bare, []).text };
    const given = named.filter((place) => place >= 0 && place < this.#evidence.length);
    const supports = findSupport(bare, this.#evidence, given);
    if (supports) {
      const { text, isStrange } = this.#gate(
        bare,
        supports.map(({ passage }) => passage),
      );
      // Who sends the visitor to an address that nobody gave says what nobody said.
      return isStrange ? { kind: "strange" } : { kind: "backed", text, supports };
    }
    const { text, isStrange } = this.#gate(bare, []);
    if (isStrange) return { kind: "strange" };
    if (this.#opens(bare)) return { kind: "opening", text };
    return this.#isNear(bare) ? { kind: "near", text } : { kind: "strange" };
  }

  /** Whether words are those that the model was told. */
  leaks(text: string): boolean {
    return (
      this.#rules.hidden.some((secret) => secret.length < 80 && text.includes(secret)) ||
      toRuns(text).some((run) => this.#hidden.has(run))
    );
  }

  /** Whether every word of a piece of a sentence stands in the passages or claims nothing. */
  knows(text: string): boolean {
    return toRawWords(text).every((word) => this.#vocabulary.has(word) || (isPlain(word) && !isTurn(word)));
  }

  // A line that opens a list, or a heading.
  #opens(bare: string): boolean {
    const opens = /[:：]\s*\**$/u.test(bare) || /^(?:#{1,4}\s|\*\*[^*]{1,80}\*\*:?$)/.test(bare);
    if (!opens || bare.length > 160) return false;
    const { words, quantities } = toClaim(bare);
    return (
      quantities.length === 0 &&
      this.#known.some((known) => toMissing(words, [...known.words, ...COURTESY]).length === 0)
    );
  }

  #isNear(bare: string): boolean {
    const { words, quantities } = toClaim(bare);
    return this.#known.some((known) => {
      const missing = toMissing(words, known.words);
      return (
        words.length - missing.length >= Math.max(2, NEAR * words.length) &&
        toMissing(missing, this.#unvouched).length === missing.length &&
        quantities.every((quantity) => known.quantities.some((one) => isSameQuantity(quantity, one)))
      );
    });
  }

  #gate(text: string, cited: readonly number[]): { text: string; isStrange: boolean } {
    let isStrange = false;
    const hosts = new Set([
      ...this.#rules.linkHosts.map((host) => host.toLowerCase()),
      ...toHosts(cited.map((place) => this.#hits[place]?.url ?? null)),
    ]);
    const onStranger = () => {
      isStrange = true;
    };
    return { text: keepAllowedLinks(text, { hosts, onStranger }), isStrange };
  }
}
