import { z } from "zod";
import { parseOriginPattern } from "./origin";

export const ExplainOrigin = z.object({ pattern: z.string().max(300, "Use at most 300 characters.") });
export type ExplainOrigin = z.infer<typeof ExplainOrigin>;

export interface OriginExample {
  origin: string;
  why: string;
}

export type OriginExplanation =
  | { ok: true; pattern: string; words: string; notes: string[]; allows: OriginExample[]; refuses: OriginExample[] }
  | { ok: false; reason: string };

/** What a pattern would let in and what it would keep out, in words and by example, before it is added. Pure; total. */
export function explainOrigin(input: ExplainOrigin): OriginExplanation {
  const parsed = parseOriginPattern(input.pattern);
  if (!parsed.ok) return parsed;
  const { pattern } = parsed;
  const examples = pattern.startsWith("https://*.") ? wildcardExamples(pattern) : exactExamples(new URL(pattern));
  return { ok: true, pattern, words: describeOrigin(pattern), notes: toNotes(input.pattern, pattern), ...examples };
}

/** A normalised pattern in one sentence. Pure. */
export function describeOrigin(pattern: string): string {
  const port = /:(\d+)$/.exec(pattern)?.[1];
  const onPort = port ? `on port ${port} only` : "on the standard port only";
  if (pattern.startsWith("https://*.")) {
    const base = pattern.slice("https://*.".length).replace(/:\d+$/, "");
    return `Every https site exactly one name below ${base}, ${onPort}; ${base} itself is not among them.`;
  }
  const { protocol, hostname } = new URL(pattern);
  if (protocol === "http:") return `Pages at ${hostname} over plain http, ${onPort}, while development origins are on.`;
  return `Every page of https://${hostname}, ${onPort}, and no other host.`;
}

/** What was made of the text as it was typed. */
function toNotes(typed: string, pattern: string): string[] {
  const text = typed.trim();
  const notes: string[] = [];
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) notes.push("https:// was added: visitors have to come over https.");
  if (/:443(?:\/|$)/.test(text)) notes.push("The port was left out: 443 is what https means anyway.");
  if (/[^\x20-\x7e]/.test(text))
    notes.push(`Browsers send this name as ${new URL(pattern.replace("*.", "")).hostname}.`);
  return notes;
}

function wildcardExamples(pattern: string) {
  const base = pattern.slice("https://*.".length);
  const name = base.replace(/:\d+$/, "");
  return {
    allows: ["www", "shop"].map((label) => ({ origin: `https://${label}.${base}`, why: "one name in place of the *" })),
    refuses: [
      { origin: `https://${base}`, why: "the domain itself: add it as a rule of its own" },
      { origin: `https://a.b.${base}`, why: "two names where one may stand" },
      { origin: `https://my${name}`, why: "ends alike, and is somebody else’s" },
      { origin: `http://www.${base}`, why: "not https" },
    ],
  };
}

function exactExamples(url: URL) {
  const { protocol, hostname, host, port } = url;
  const other = (mine: string, instead: string) => `${protocol}//${hostname}:${port === mine ? instead : mine}`;
  const allows = [{ origin: url.origin, why: "this one, whatever the page’s path" }];
  const isName = /[a-z]/.test(hostname) && hostname.includes(".") && !hostname.startsWith("[");
  if (!isName) return { allows, refuses: [{ origin: other("8080", "9090"), why: "another port" }] };
  const twin = hostname.startsWith("www.") ? hostname.slice(4) : `www.${hostname}`;
  const at = port ? `:${port}` : "";
  return {
    allows,
    refuses: [
      { origin: `https://${twin}${at}`, why: "another host: add it as well if it shows the widget" },
      { origin: `https://shop.${hostname}${at}`, why: "a site below it" },
      { origin: `http://${host}`, why: "not https" },
      { origin: other("8443", "9443"), why: "another port" },
    ],
  };
}
