import { toSentences } from "@/core/passage/sentences";

/** What somebody might ask to be told this. */
export function toPseudoQuestion(passage: { title: string; headings: string[]; text: string }): string {
  return passage.headings.at(-1) ?? toSentences(passage.text)[0] ?? passage.title;
}
