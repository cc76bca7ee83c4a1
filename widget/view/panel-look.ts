import type { Options } from "../options/options";
import { type Rgb, readableOn, toCss } from "./contrast";
import type { Look } from "./look";

// The panel's own surfaces, as in panel.css: what a brand colour must be readable on.
const LIGHT: Rgb = [1, 1, 1];
const DARK: Rgb = [0.09, 0.102, 0.094];

/** The part of the look that only the panel needs: its colours, its size, and what a phone's keyboard leaves of it. */
export function dressPanel(
  { visualViewport }: Window,
  root: HTMLElement,
  look: Look,
  options: Options,
  signal: AbortSignal,
): void {
  look.set("width", options.width);
  look.set("height", options.height);
  look.extend((dark, accent) => {
    look.set("link", toCss(readableOn(accent, dark ? DARK : LIGHT)));
    look.pair("user", options.userColor);
    root.classList.toggle("tinted", look.pair("ai", options.aiColor) !== undefined);
  });
  const fit = () => {
    look.set("view-top", `${visualViewport?.offsetTop}px`);
    look.set("view-height", `${visualViewport?.height}px`);
  };
  for (const name of ["resize", "scroll"]) visualViewport?.addEventListener(name, fit, { signal });
}
