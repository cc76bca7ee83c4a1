import type { Options } from "../options/options";
import type { WidgetSettings } from "../wire";
import { parseColor, type Rgb, textOn, toCss } from "./contrast";

/** What the console says of the look. */
export type ConsoleLook = Pick<WidgetSettings, "theme" | "position" | "primaryColor" | "launcherColor">;

export interface Look {
  /** Draws by the page's options, with the console's settings where the page says nothing. */
  apply(settings: ConsoleLook | null): void;
  /** Sets a custom property `--gh-<name>`; nothing takes it away. */
  set(name: string, value: string | undefined): void;
  /** A colour and the text colour that is readable on it. */
  pair(name: string, said: string | null | undefined, usual?: Rgb): Rgb | undefined;
  /** Called with each change of the look, and at once, by whoever draws more than the launcher. */
  extend(draw: (dark: boolean, accent: Rgb) => void): void;
}

const PINE: Rgb = [0.122, 0.373, 0.29];
const PINE_AT_NIGHT: Rgb = [0.16, 0.44, 0.34];

/** Turns options into custom properties on `:host`, through the CSSOM only, so a strict style-src stays content. */
export function createLook(
  view: Window,
  root: HTMLElement,
  sheet: CSSStyleSheet,
  options: Options,
  signal: AbortSignal,
): Look {
  const rule = sheet.cssRules[sheet.insertRule(":host{}")] as CSSStyleRule;
  const night = view.matchMedia("(prefers-color-scheme: dark)");
  let known: ConsoleLook | null = null;
  let more: (dark: boolean, accent: Rgb) => void = () => {};

  function set(name: string, value: string | number | undefined) {
    rule.style.setProperty(`--gh-${name}`, `${value ?? ""}`, "important");
  }

  /** Anything CSS calls a colour, by the browser's own reading; null for what is none. */
  function read(said: string): Rgb | null {
    const probe = root.ownerDocument.createElement("i");
    // Mixing a colour with itself makes every notation (hex, hsl, oklch, names) come back as sRGB.
    probe.style.color = `color-mix(in srgb, ${said}, ${said})`;
    root.append(probe);
    const computed = view.getComputedStyle(probe).color;
    probe.remove();
    return parseColor(computed);
  }

  function pair(name: string, said: string | null | undefined, usual?: Rgb) {
    const color = (said && read(said)) || usual;
    set(name, color && toCss(color));
    set(`on-${name}`, color && toCss(textOn(color)));
    return color;
  }

  function apply() {
    const theme = options.theme ?? known?.theme;
    const dark = theme === "dark" || (theme !== "light" && night.matches);
    root.dataset.theme = dark ? "dark" : "light";
    root.dataset.position = options.position ?? known?.position ?? "bottom-right";
    const usual = dark ? PINE_AT_NIGHT : PINE;
    const accent = pair("accent", options.primaryColor ?? known?.primaryColor, usual) ?? usual;
    pair("fab", options.fabColor ?? known?.launcherColor);
    set("offset-block", options.offset?.block);
    set("offset-inline", options.offset?.inline);
    set("z", options.zIndex);
    more(dark, accent);
  }

  night.addEventListener("change", apply, { signal });
  return {
    apply(settings) {
      known = settings ?? known;
      apply();
    },
    set,
    pair,
    extend(draw) {
      more = draw;
      apply();
    },
  };
}

/**
 * What the console said on an earlier page of this tab, where the visitor opened the panel: its colours at once. Looked for
 * only where there was such a page: to ask a tab's storage costs as much as the rest of the launcher.
 */
export function recallLook(view: Window, siteKey: string): ConsoleLook | null {
  try {
    const cameFromHere = view.document.referrer.startsWith(view.origin) || view.performance.navigation.type;
    return cameFromHere ? JSON.parse(view.sessionStorage.getItem(`gatehouse:${siteKey}:look`) ?? "null") : null;
  } catch {
    return null;
  }
}
