// A colour a site names for itself → one the widget can wear.

/** How far apart the strongest and the weakest part must be for a colour to be one; of 255. */
const LEAST_SPREAD = 24;

/** `#rrggbb` for a colour in hex or rgb(); null for anything else, and for white, black and greys: those are no brand. */
export function toBrandColor(named: string): string | null {
  const parts = toParts(named.trim().toLowerCase());
  if (parts === null || Math.max(...parts) - Math.min(...parts) < LEAST_SPREAD) return null;
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function toParts(named: string): number[] | null {
  const [, short] = /^#([0-9a-f]{3})[0-9a-f]?$/.exec(named) ?? [];
  if (short) return [...short].map((digit) => Number.parseInt(digit + digit, 16));
  const [, long] = /^#([0-9a-f]{6})(?:[0-9a-f]{2})?$/.exec(named) ?? [];
  if (long) return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16));
  const rgb = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/][^)]*)?\)$/.exec(named);
  const parts = rgb?.slice(1, 4).map(Number) ?? [];
  return parts.length === 3 && parts.every((part) => part <= 255) ? parts : null;
}
