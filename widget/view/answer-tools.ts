// What can be done with an answer once it stands there: open its sources, copy it.

import type { Judge } from "../extra/judge";
import type { ReadTable } from "../extra/table";
import { link } from "../markdown/render-markdown";
import { toSafeAddress } from "../markdown/safe-address";
import type { Entry } from "../talk/entry";
import type { Citation } from "../wire";
import type { Words } from "../words";
import { createCopyButton } from "./copy-button";
import { drawIcon, element } from "./kit";

export interface AnswerWorld {
  words: Words;
  /** Tells a screen reader. */
  say(sentence: string): void;
  /** What the tenant offers besides; nothing until that part is there, and then all is drawn again. */
  judge: Judge;
  tables(): ReadTable | undefined;
}

const OUT = "M7 17L17 7M9 7h8v8";
/** The buttons below an answer. */
export function createAnswerTools(world: AnswerWorld, entry: Entry): (Node | false)[] {
  const { words } = world;
  const { content } = entry;
  return content ? [createCopyButton(words, words.copy, () => content, world.say), ...world.judge(entry)] : [];
}

/** Title, quote and link of one citation. */
export function createCard({ title, quote, url }: Citation, words: Words): HTMLElement {
  const href = toSafeAddress(url ?? "");
  return element(
    "div.card",
    { role: "group", "aria-label": title, dir: "auto" },
    element("strong", {}, title),
    quote && element("blockquote", { dir: "auto" }, quote),
    href && link(href, words.openSource, drawIcon(OUT)),
  );
}
