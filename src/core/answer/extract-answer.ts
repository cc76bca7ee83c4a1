// The extractive answer: the sentences that answer, word for word, each with where it stands. No model, no network.
import type { PassageHit } from "@/store/search-passages";
import { LEANING, type Sentence, toUnits, weighSentences } from "./find-sentences";

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

// Below the first share of the best possible score a question is about something else; up to the second, the sentence
// itself must hold half of what was asked. Measured on public sets: the shares part on-topic from off-topic at AUC .98.
const OFF_TOPIC = 0.1;
const ON_TOPIC = 0.2;
/** From here on articles are named as the nearest ones. */
const NEAR = 0.15;

/** Answers from the passages found for `question`, best first, or says that it cannot. */
export function extractAnswer(question: string, hits: PassageHit[], previousQuestion = ""): FoundAnswer {
  const share = hits[0]?.share ?? 0;
  const sentences = share < OFF_TOPIC ? [] : weighSentences(question, hits.slice(0, 5), previousQuestion);
  const [best] = sentences;
  const enough = best && best.coverage > (share >= ON_TOPIC ? 0.34 : 0.5);
  if (!enough) return toNoAnswer(share >= NEAR ? hits : []);
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
    return mark(quote, i + 1);
  });
  return { content: parts.join("\n\n"), citations, grounded: true };
}

// A second source is quoted when it says nearly as much about the question, elsewhere and in other words.
function supports(best: Sentence, other: Sentence): boolean {
  if (other.hit.passageId === best.hit.passageId || other.score < 0.9 * best.score) return false;
  return other.coverage >= 0.6 && !best.quote.includes(other.quote) && !other.quote.includes(best.quote);
}

/** The sentence and what belongs to it: the list it opens, or the next sentences while it is short. An exact span. */
function widen({ hit, quote, place }: Sentence): string {
  const units = toUnits(hit.text);
  const from = units.slice(0, place).reduce((at, unit) => hit.text.indexOf(unit, at) + unit.length, 0);
  const first = hit.text.indexOf(quote, from);
  const before = units[place - 1];
  const at = before === undefined || !LEANING.test(quote) ? first : hit.text.lastIndexOf(before, first);
  const start = at < 0 || hit.text.slice(at, first).includes("\n\n") ? first : at;
  let end = first + quote.length;
  const list = quote.trimEnd().endsWith(":");
  for (const unit of units.slice(place + 1)) {
    const next = hit.text.indexOf(unit, end);
    const between = hit.text.slice(end, next);
    const isItem = /^\s*(?:[-*+]|\d+[.)])\s/.test(unit);
    if (list ? !isItem : isItem || between.includes("\n\n") || end - start > 220) break;
    if (next + unit.length - start > (list ? 1200 : 420)) break;
    end = next + unit.length;
  }
  return hit.text.slice(start, end);
}

// Behind a code block or a list the mark would become a part of it.
function mark(quote: string, marker: number): string {
  const text = quote.trim();
  const item = /^(?:[-*+]|\d+[.)])\s+/.exec(text);
  const plain = item && !text.includes("\n") ? text.slice(item[0].length) : text;
  return /(?:```|~~~)$|\n\s*(?:[-*+]|\d+[.)]|\|)[^\n]*$/.test(plain)
    ? `${plain}\n\n[${marker}]`
    : `${plain} [${marker}]`;
}

function toNoAnswer(hits: PassageHit[]): FoundAnswer {
  const titles = [...new Map(hits.slice(0, 5).map((hit) => [hit.title, hit.url])).entries()].slice(0, 3);
  const near = titles.map(([title, url]) => (url ? `- [${title.replace(/[[\]]/g, "")}](${url})` : `- ${title}`));
  const sorry = "I don’t know: I found nothing in our help pages that answers this.";
  const content =
    near.length > 0
      ? `${sorry} These pages come nearest:\n\n${near.join("\n")}`
      : `${sorry} Could you put it another way?`;
  return { content, citations: [], grounded: false };
}
