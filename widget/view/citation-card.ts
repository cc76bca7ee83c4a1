import { toSafeAddress } from "../markdown/safe-address";
import type { Citation } from "../wire";
import type { Words } from "../words";
import { createCard } from "./answer-tools";
import type { Attributes } from "./element";
import { button, drawIcon, element } from "./kit";

/** Makes a button open the citation's card below the item or the block it stands in, and close it again. */
function createOpener(
  words: Words,
  citation: Citation,
  look: string,
  attributes: Attributes,
  ...face: (Node | string | null)[]
): HTMLButtonElement {
  let card: HTMLElement | null = null;
  const opener = button(
    look,
    { "aria-expanded": false, ...attributes },
    () => {
      card?.remove();
      card = card ? null : createCard(citation, words);
      opener.setAttribute("aria-expanded", `${card !== null}`);
      if (!card) return;
      const item = opener.closest("li");
      if (item) item.append(card);
      else (opener.closest("p, h3, h4, h5, h6") ?? opener).after(card);
      card.scrollIntoView({ block: "nearest" });
    },
    ...face,
  );
  return opener;
}

/** A numbered mark in the text; its card opens behind the block it stands in. */
export function createCitationMark(words: Words, citation: Citation): HTMLElement {
  const label = words.sourceMark.replace("{number}", `${citation.marker}`).replace("{title}", citation.title);
  return createOpener(words, citation, "mark", { "aria-label": label }, `${citation.marker}`);
}

/** The list of sources under an answer: each row opens its card in place. */
export function createSourceList(words: Words, citations: readonly Citation[]): HTMLElement {
  const rows = citations.map((citation) => {
    const { marker, title, url } = citation;
    const href = toSafeAddress(url ?? "");
    return element(
      "li",
      {},
      createOpener(
        words,
        citation,
        "source",
        {},
        element("span.number", {}, `${marker}`),
        element("span.name", { dir: "auto" }, title),
        href && element("span.fine", { dir: "ltr" }, new URL(href).host),
        drawIcon("down"),
      ),
    );
  });
  const list = element("ul", { "aria-label": words.sources }, ...rows);
  return element("div.sources", {}, element("p.fine", {}, words.sources), list);
}
