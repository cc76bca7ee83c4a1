// What a reader of a page does not see, taken out of it before anything else looks at it.

const NEVER_SEEN =
  "script,style,noscript,template,iframe,svg,input,select,textarea,button,datalist,[hidden],[aria-hidden=true i]";

/** Removes every element that is not shown, as its own attributes say. Style sheets are not read. */
export function removeHidden(document: Document): void {
  for (const element of document.querySelectorAll(NEVER_SEEN)) element.remove();
  for (const element of document.querySelectorAll("[style]")) {
    if (isHiddenBy(element.getAttribute("style") ?? "")) element.remove();
  }
}

/** Whether an inline style hides its element: not shown, transparent, without size, or moved off the page. */
export function isHiddenBy(style: string): boolean {
  const set = new Map(
    style.split(";").map((declaration) => {
      const [name = "", ...value] = declaration.split(":");
      const plain = value.join(":").replace(/!\s*important/i, "");
      return [name.trim().toLowerCase(), plain.trim().toLowerCase()] as const;
    }),
  );
  const is = (name: string, pattern: RegExp) => pattern.test(set.get(name) ?? "");
  const clipped = is("overflow", /hidden|clip/) || is("overflow-y", /hidden|clip/) || is("overflow-x", /hidden|clip/);
  return (
    is("display", /^none$/) ||
    is("visibility", /^(hidden|collapse)$/) ||
    is("content-visibility", /^hidden$/) ||
    is("opacity", ZERO) ||
    is("font-size", ZERO) ||
    is("color", /^transparent$|(,[^,]+,[^,]+,|\/)\s*0*(\.0+)?%?\s*\)$/) ||
    is("clip", /^rect\((\s*[01](px)?\s*,?){4}\)$/) ||
    is("clip-path", /^inset\((50|100)%\)$/) ||
    is("transform", /scale\(\s*0\s*[,)]/) ||
    (clipped && ["height", "max-height", "width", "max-width"].some((name) => is(name, /^[01](\.0+)?[a-z%]*$/))) ||
    ["left", "top", "right", "bottom", "text-indent", "margin-left"].some((name) => is(name, /^-\d{4,}|^-999/))
  );
}

const ZERO = /^[+-]?0*\.?0+([a-z%]*)$/;
