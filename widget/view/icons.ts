const SVG = "http://www.w3.org/2000/svg";

// Each icon is one path on a 24-unit field; all but the mark are drawn as strokes.
const paths = {
  /** The mark: a gate's arch around its open door. */
  arch: "M3 21V11a9 9 0 0 1 18 0v10h-4.5V11a4.5 4.5 0 0 0-9 0v10z",
  close: "M6 6l12 12M18 6L6 18",
  down: "M6 9.5l6 6 6-6",
  send: "M12 19V5M6 11l6-6 6 6",
  stop: "M7 7h10v10H7z",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  more: "M5 11v2M12 11v2M19 11v2",
  out: "M7 17L17 7M9 7h8v8",
};

export type IconName = keyof typeof paths;

/** Draws an icon; it says nothing to a screen reader, its button does. */
export function icon(document: Document, name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  if (name === "arch") svg.setAttribute("class", "solid");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
