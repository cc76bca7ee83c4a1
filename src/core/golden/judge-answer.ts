// Whether an answer is what a question of the test set expects. Pure.
import type { FoundAnswer } from "@/core/answer/find-answer";

/** A question of the test set, as far as its answer is judged by it. */
export interface Expected {
  expects: string;
  sourceId: string | null;
  text: string | null;
}

const MOST_SHOWN = 400;

/** Why an answer is not what was expected, or null. */
export function whyFailed(question: Expected, answer: FoundAnswer): string | null {
  const { content, citations, grounded } = answer;
  const said = content.slice(0, MOST_SHOWN);
  if (question.expects === "nothing") return grounded ? `It was answered: ${said}` : null;
  if (!grounded) return "It was not answered: nothing was found that backs an answer.";
  if (question.expects === "text") {
    return toPlain(content).includes(toPlain(question.text ?? ""))
      ? null
      : `The answer does not hold the text: ${said}`;
  }
  if (citations.some(({ sourceId }) => sourceId === question.sourceId)) return null;
  const cited = [...new Set(citations.map(({ title }) => title))].join(", ");
  return cited ? `It cites ${cited}.` : "It cites no source.";
}

// Case, marks and white space are no difference.
function toPlain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\[\d+\]|[*_`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
