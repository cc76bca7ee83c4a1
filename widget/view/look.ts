import type { Options } from "../options/options";
import type { WidgetSettings } from "../wire";
import { parseColor, type Rgb, readableOn, textOn, toCss } from "./contrast";

export interface Look {
  /** Draws by the page's options, with the console's settings where the page says nothing. */
  apply(settings: WidgetSettings | null): void;
  /** What a phone's keyboard leaves of the window; only a panel that fills the window minds. */
  fit(viewport: { offsetTop: number; height: number } | null): void;
}

// The panel's own surfaces, as in panel.css: what a brand colour must be readable on.
const LIGHT: Rgb = [1, 1, 1];
const DARK: Rgb = [0.09, 0.102, 0.094];
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
  let known: WidgetSettings | null = null;

  function set(name: string, value: string | undefined) {
    if (value) rule.style.setProperty(`--gh-${name}`, value, "important");
    else rule.style.removeProperty(`--gh-${name}`);
  }

  /** Anything CSS calls a colour, by the browser's own reading; null for what is none. */
  function read(said: string | null | undefined): Rgb | null {
    if (!said) return null;
    const probe = root.ownerDocument.createElement("i");
    // Mixing a colour with itself makes every notation (hex, hsl, oklch, names) come back as sRGB.
    probe.style.color = `color-mix(in srgb, ${said}, ${said})`;
    root.append(probe);
    const computed = view.getComputedStyle(probe).color;
    probe.remove();
    return parseColor(computed);
  }

  function pair(name: string, color: Rgb | null) {
    set(name, color ? toCss(color) : undefined);
    set(`on-${name}`, color ? toCss(textOn(color)) : undefined);
  }

  function apply() {
    const theme = options.theme ?? known?.theme ?? "auto";
    const dark = theme === "dark" || (theme === "auto" && night.matches);
    root.dataset.theme = dark ? "dark" : "light";
    root.dataset.position = options.position ?? known?.position ?? "bottom-right";
    const accent = read(options.primaryColor ?? known?.primaryColor) ?? (dark ? PINE_AT_NIGHT : PINE);
    pair("accent", accent);
    set("link", toCss(readableOn(accent, dark ? DARK : LIGHT)));
    pair("fab", read(options.fabColor));
    pair("user", read(options.userColor));
    const ai = read(options.aiColor);
    pair("ai", ai);
    root.classList.toggle("tinted", ai !== null);
    set("width", options.width);
    set("height", options.height);
    set("offset-block", options.offset?.block);
    set("offset-inline", options.offset?.inline);
    set("z", options.zIndex === undefined ? undefined : `${options.zIndex}`);
  }

  night.addEventListener("change", apply, { signal });
  return {
    apply(settings) {
      known = settings ?? known;
      apply();
    },
    fit(viewport) {
      set("view-top", `${viewport?.offsetTop}px`);
      set("view-height", `${viewport?.height}px`);
    },
  };
}
