// The extractive answer: the sentences that answer, word for word, each with where it stands. No model, no network.
import type { PassageHit } from "@/store/search-passages";
import { toTexts } from "./answer-texts";
import { ANSWER_WEIGHTS } from "./answer-weights";
import { LEANING, type Sentence } from "./find-sentences";
import { withoutPlanted } from "./honest-evidence";
import { judgeEvidence } from "./judge-evidence";
import { toUnits } from "./passage-words";
import { toQuotationMarks } from "./quotation-marks";
import { toTopicLines } from "./topic-lines";

export interface Citation {
  marker: number;
  title: string;
  url: string | null;
  /** Stands word for word in the source. */
  quote: string;
  sourceId: string;
}

export interface FoundAnswer {
  /** Markdown; `[1]` marks what citation 1 backs. */
  content: string;
  citations: Citation[];
  /** False for an honest "I don't know", which cites nothing. */
  grounded: boolean;
}

export interface ExtractOptions {
  previousQuestion?: string | undefined;
  /** How likely the evidence must answer, 0 to 1. */
  threshold?: number | undefined;
  /** Hosts that quoted sentences may send to besides those of their own sources. */
  linkHosts?: readonly string[] | undefined;
  /** Whether visitors may ask for a person. */
  offersPerson?: boolean | undefined;
}

/** Answers from the passages found for `question`, best first, or says that it cannot. */
export function extractAnswer(
  question: string,
  found: readonly PassageHit[],
  options: ExtractOptions = {},
): FoundAnswer {
  const { previousQuestion = "", threshold = ANSWER_WEIGHTS.threshold, linkHosts = [] } = options;
  const hits = withoutPlanted(found, linkHosts);
  const { sentences, confidence } = judgeEvidence(question, hits, previousQuestion);
  const [best] = sentences;
  if (!best || confidence < threshold) {
    const isNear = Math.max(0, ...hits.map(({ share }) => share)) >= toTopicLines(hits).near;
    return toNoAnswer(isNear ? hits : [], options, question);
  }
  const picked = [
    best,
    ...sentences
      .slice(1)
      .filter((other) => supports(best, other))
      .slice(0, 1),
  ];
  const citations: Citation[] = [];
  const parts = picked.map((sentence, i) => {
    const quote = widen(sentence);
    const { title, url, anchor, sourceId } = sentence.hit;
    citations.push({
      marker: i + 1,
      title,
      url: url && anchor && !url.includes("#") ? `${url}#${anchor}` : url,
      quote,
      sourceId,
    });
    return mark(asQuotation(quote, question), i + 1);
  });
  return { content: parts.join("\n\n"), citations, grounded: true };
}

// A second source is quoted when it says nearly as much about the question, elsewhere and in other words.
function supports(best: Sentence, other: Sentence): boolean {
  if (best.told && !other.told) return false;
  if (other.hit.passageId === best.hit.passageId || other.score < 0.9 * best.score) return false;
  return other.coverage >= 0.6 && !best.quote.includes(other.quote) && !other.quote.includes(best.quote);
}

const isItem = (unit: string) => /^\s*(?:[-*+]|\d+[.)])\s/.test(unit);
const isStep = (unit: string) => /^\s*\d+[.)]\s/.test(unit);

/** The sentence and what belongs to it: its list of steps, the list it opens, its neighbours while short. An exact span. */
function widen({ hit: { text }, place }: Sentence): string {
  const units = toSpans(text);
  const chosen = units[place];
  if (!chosen) return text;
  const steps = isStep(chosen.unit) ? toSteps(units, place) : null;
  if (steps && steps.end - steps.start <= 1200) return text.slice(steps.start, steps.end);
  const before = units[place - 1];
  const leans = before && LEANING.test(chosen.unit) && !text.slice(before.end, chosen.start).includes("\n\n");
  const start = leans ? before.start : chosen.start;
  const opensList = chosen.unit.trimEnd().endsWith(":");
  let end = chosen.end;
  for (const next of units.slice(place + 1)) {
    const apart = text.slice(end, next.start).includes("\n\n");
    if (opensList ? !isItem(next.unit) : isItem(next.unit) || apart || end - start > 220) break;
    if (next.end - start > (opensList ? 1200 : 420)) break;
    end = next.end;
  }
  return text.slice(start, end);
}

function toSpans(text: string): { unit: string; start: number; end: number }[] {
  let end = 0;
  return toUnits(text).map(({ quote: unit }) => {
    const start = text.indexOf(unit, end);
    end = start + unit.length;
    return { unit, start, end };
  });
}

// One step of several is no answer: all of them, with the line that opens the list.
function toSteps(units: { unit: string; start: number; end: number }[], place: number): { start: number; end: number } {
  let [from, to] = [place, place];
  while (isStep(units[from - 1]?.unit ?? "")) from--;
  while (isStep(units[to + 1]?.unit ?? "")) to++;
  if (units[from - 1]?.unit.trimEnd().endsWith(":")) from--;
  return { start: units[from]?.start ?? 0, end: units[to]?.end ?? 0 };
}

const isMarkup = (text: string) => /^\s*(?:[-*+|>#]|\d+[.)]\s|```|~~~)|\n|[:：]\s*$/.test(text);
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+/;

/** In quotation marks, where it is plain sentences: a list, a table and code show by themselves that they are the page's. */
function asQuotation(quote: string, question: string): string {
  const text = quote.trim();
  const plain = ITEM.test(text) && !text.includes("\n") ? text.replace(ITEM, "") : text;
  if (isMarkup(plain)) return text;
  const [open, close] = toQuotationMarks(text, question);
  return `${open}${plain}${close}`;
}

// Behind a code block or a list the mark would become a part of it.
function mark(quote: string, marker: number): string {
  const text = quote.trim();
  const plain = text.includes("\n") ? text : text.replace(ITEM, "");
  return /(?:```|~~~)$|\n\s*(?:[-*+]|\d+[.)]|\|)[^\n]*$/.test(plain)
    ? `${plain}\n\n[${marker}]`
    : `${plain} [${marker}]`;
}

/** An honest "I don't know" in the language of the question, with the articles that come nearest. */
export function toNoAnswer(
  hits: readonly PassageHit[],
  { previousQuestion = "", offersPerson = true }: ExtractOptions = {},
  question = "",
): FoundAnswer {
  const texts = toTexts(question, previousQuestion);
  const nearest = toNearest(hits);
  const near = nearest.map(({ title, url }) => (url ? `- [${title.replace(/[[\]]/g, "")}](${url})` : `- ${title}`));
  const content =
    near.length > 0
      ? [`${texts.nothing} ${texts.nearest}`, near.join("\n"), ...(offersPerson ? [texts.person] : [])].join("\n\n")
      : `${texts.nothing} ${offersPerson ? texts.orPerson : texts.again}`;
  return { content, citations: [], grounded: false };
}

/** The three articles that come nearest. */
function toNearest(hits: readonly PassageHit[]): { title: string; url: string | null }[] {
  const titles = new Map(hits.slice(0, 5).map(({ title, url }) => [title, { title, url }]));
  return [...titles.values()].slice(0, 3);
}
