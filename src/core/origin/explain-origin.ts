import { z } from "zod";
import { parseOriginPattern } from "./origin";

export const ExplainOrigin = z.object({ pattern: z.string().max(300, "Use at most 300 characters.") });
export type ExplainOrigin = z.infer<typeof ExplainOrigin>;

export type OriginExplanation =
  | { ok: true; pattern: string; allows: string[]; refuses: string[] }
  | { ok: false; reason: string };

/** What a pattern would let in and what it would keep out, by example, before it is added. Pure; total. */
export function explainOrigin(input: ExplainOrigin): OriginExplanation {
  const parsed = parseOriginPattern(input.pattern);
  if (!parsed.ok) return parsed;
  const { pattern } = parsed;
  if (pattern.startsWith("https://*.")) {
    const base = pattern.slice("https://*.".length);
    return {
      ok: true,
      pattern,
      allows: [`https://www.${base}`, `https://shop.${base}`],
      refuses: [`https://${base}`, `https://a.b.${base}`, `http://www.${base}`],
    };
  }
  const url = new URL(pattern);
  const isName = /[a-z]/.test(url.hostname) && url.hostname.includes(".") && !url.hostname.startsWith("[");
  const port = url.port ? `:${url.port}` : "";
  const twin = url.hostname.startsWith("www.") ? url.hostname.slice(4) : `www.${url.hostname}`;
  const refuses = isName
    ? [
        `https://${twin}${port}`,
        `http://${url.host}`,
        `https://${url.hostname}:${url.port === "8443" ? "9443" : "8443"}`,
      ]
    : [`${url.protocol}//${url.hostname}:${url.port === "8080" ? "9090" : "8080"}`];
  return { ok: true, pattern, allows: [pattern], refuses };
}
