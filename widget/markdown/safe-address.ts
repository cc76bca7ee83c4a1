/**
 * The address a link may lead to, normalised, or null. Only absolute http(s) and mailto: a relative one would point
 * into the host page, which the answer's author does not know. Parsed by the browser's own rules, so what was checked
 * is what is followed.
 */
export function toSafeAddress(said: string): string | null {
  try {
    const url = new URL(said);
    return /^(https?|mailto):$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
