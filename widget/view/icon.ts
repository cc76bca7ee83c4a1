const SVG = "http://www.w3.org/2000/svg";

/** The mark: a gate's arch around its open door; filled, where every other icon is drawn as strokes. */
export const ARCH = "M3 21V11a9 9 0 0 1 18 0v10h-4.5V11a4.5 4.5 0 0 0-9 0v10z";
export const DOWN = "M6 9.5l6 6 6-6";

/** Draws an icon of one path on a 24-unit field; it says nothing to a screen reader, its button does. */
export function drawIcon(document: Document, d: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  if (d === ARCH) svg.setAttribute("class", "solid");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", d);
  svg.append(path);
  return svg;
}
