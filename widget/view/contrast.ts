// Colours as three numbers from 0 to 1, and WCAG's arithmetic on them.

export type Rgb = readonly number[];

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [1, 1, 1];

/** AA for text of normal size. */
const ENOUGH = 4.5;

/** Reads `color(srgb …)`, as browsers write a colour that was mixed in sRGB; null for anything else. */
export function parseColor(said: string): Rgb | null {
  const numbers = /^color\(srgb ([-\d.e]+) ([-\d.e]+) ([-\d.e]+)/.exec(said);
  return numbers?.slice(1).map(Number) ?? null;
}

/** WCAG contrast of two colours, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const weights = [0.2126, 0.7152, 0.0722];
  return color.reduce(
    (sum, part, at) => sum + (weights[at] ?? 0) * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4),
    0,
  );
}

/** The text colour for a background: white while it is readable, else black; one of the two always is. */
export function textOn(background: Rgb): Rgb {
  return contrast(WHITE, background) >= ENOUGH ? WHITE : BLACK;
}

/** As CSS says it. */
export function toCss(color: Rgb): string {
  return `color(srgb ${color.join(" ")})`;
}
