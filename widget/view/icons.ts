import { ARCH, DOWN, drawIcon } from "./icon";

const paths = {
  arch: ARCH,
  down: DOWN,
  close: "M6 6l12 12M18 6L6 18",
  send: "M12 19V5M6 11l6-6 6 6",
  stop: "M7 7h10v10H7z",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  more: "M5 11v2M12 11v2M19 11v2",
  out: "M7 17L17 7M9 7h8v8",
  up: "M7 11l4-8a2 2 0 0 1 2 2v4h6l-1 11H7zM7 11v9H4v-9z",
  clip: "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.5 3.5 0 0 1 5 5l-8.5 8.5a1.5 1.5 0 0 1-2-2L15 8",
};

export type IconName = keyof typeof paths;

/** Draws an icon by its name. */
export function icon(document: Document, name: IconName): SVGSVGElement {
  return drawIcon(document, paths[name]);
}
