import type { Options } from "../options/options";
import type { Rgb } from "./contrast";
import { contrast, textOn, toCss } from "./kit";
import type { Look } from "./look";

// The panel's own surfaces, as in panel.css: what a brand colour must be readable on.
const LIGHT: Rgb = [1, 1, 1];
const DARK: Rgb = [0.09, 0.102, 0.094];

/** AA for text of normal size. */
const ENOUGH = 4.5;

/** The colour itself, or as little darker or lighter as makes it readable on a background. */
export function readableOn(color: Rgb, background: Rgb): Rgb {
  const goal = textOn(background);
  let mixed = color;
  for (let share = 0; contrast(mixed, background) < ENOUGH && share < 1; share += 0.05) {
    mixed = color.map((part, at) => part + ((goal[at] ?? 0) - part) * (share + 0.05));
  }
  return mixed;
}

/** The part of the look that only the panel needs: its colours, its size, and what a phone's keyboard leaves of it. */
export function dressPanel({ visualViewport }: Window, look: Look, options: Options, signal: AbortSignal): void {
  look.set("width", options.width);
  look.set("height", options.height);
  look.extend((dark, accent) => {
    look.set("link", toCss(readableOn(accent, dark ? DARK : LIGHT)));
  });
  const fit = () => {
    look.set("view-top", `${visualViewport?.offsetTop}px`);
    look.set("view-height", `${visualViewport?.height}px`);
  };
  for (const name of ["resize", "scroll"]) visualViewport?.addEventListener(name, fit, { signal });
}
