import { link } from "../markdown/render-markdown";
import { toSafeAddress } from "../markdown/safe-address";
import type { Citation } from "../wire";
import type { Words } from "../words";
import { type Attributes, button, element } from "./element";
import { icon } from "./icons";

/** Title, quote and link of one citation. */
function createCard(document: Document, words: Words, { title, quote, url }: Citation): HTMLElement {
  const href = toSafeAddress(url ?? "");
  const open = href && link(document, href, words.openSource, icon(document, "out"));
  return element(
    document,
    "div.card",
    { role: "group", "aria-label": title, dir: "auto" },
    element(document, "strong", {}, title),
    quote && element(document, "blockquote", { dir: "auto" }, quote),
    open,
  );
}

/** Makes a button open the citation's card where `place` puts it, and close it again. */
function createOpener(
  document: Document,
  words: Words,
  citation: Citation,
  look: string,
  attributes: Attributes,
  place: (opener: HTMLElement, card: HTMLElement) => void,
  ...face: (Node | null)[]
): HTMLButtonElement {
  let card: HTMLElement | null = null;
  const opener = button(
    document,
    look,
    { "aria-expanded": false, ...attributes },
    () => {
      if (card) card.remove();
      card = card ? null : createCard(document, words, citation);
      opener.setAttribute("aria-expanded", `${card !== null}`);
      if (!card) return;
      place(opener, card);
      card.scrollIntoView({ block: "nearest" });
    },
    ...face,
  );
  return opener;
}

/** A numbered mark in the text; its card opens behind the block it stands in. */
export function createCitationMark(document: Document, words: Words, citation: Citation): HTMLElement {
  const label = words.sourceMark.replace("{number}", `${citation.marker}`).replace("{title}", citation.title);
  return createOpener(
    document,
    words,
    citation,
    "mark",
    { "aria-label": label },
    (mark, card) => {
      const item = mark.closest("li");
      if (item) item.append(card);
      else (mark.closest("p, h3, h4, h5, h6") ?? mark).after(card);
    },
    document.createTextNode(`${citation.marker}`),
  );
}

/** The list of sources under an answer: each row opens its card in place. */
export function createSourceList(document: Document, words: Words, citations: readonly Citation[]): HTMLElement {
  const rows = [...citations]
    .sort((one, other) => one.marker - other.marker)
    .map((citation) => {
      const { marker, title, url } = citation;
      const href = toSafeAddress(url ?? "");
      const row = element(document, "li");
      const head = createOpener(
        document,
        words,
        citation,
        "source",
        {},
        (_, card) => row.append(card),
        element(document, "span.number", {}, `${marker}`),
        element(document, "span.name", { dir: "auto" }, title),
        href ? element(document, "span.fine", { dir: "ltr" }, new URL(href).host) : null,
        icon(document, "down"),
      );
      row.append(head);
      return row;
    });
  const list = element(document, "ul", { "aria-label": words.sources }, ...rows);
  return element(document, "div.sources", {}, element(document, "p.fine", {}, words.sources), list);
}
