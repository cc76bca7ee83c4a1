const SVG = "http://www.w3.org/2000/svg";

// The launcher's own. The mark, a gate's arch around its open door, is filled; every other icon is drawn as strokes.
const paths: Record<string, string> = {
  arch: "M3 21V11a9 9 0 0 1 18 0v10h-4.5V11a4.5 4.5 0 0 0-9 0v10z",
  down: "M6 9.5l6 6 6-6",
};

/**
 * Draws an icon of one path on a 24-unit field: the launcher's by name, any other by its path. It says nothing to a
 * screen reader, its button does.
 */
export function drawIcon(said: string): SVGSVGElement {
  const make = (tag: "svg" | "path", name: string, value: string) => {
    const made = document.createElementNS(SVG, tag);
    made.setAttribute(name, value);
    return made;
  };
  const svg = make("svg", "viewBox", "0 0 24 24") as SVGSVGElement;
  svg.setAttribute("aria-hidden", "true");
  if (said === "arch") svg.setAttribute("class", "solid");
  svg.append(make("path", "d", paths[said] ?? said));
  return svg;
}
