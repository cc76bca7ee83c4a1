// An identity token claim by claim, in words: what whoever signs it has to mend. `verifyIdentityToken` decides; this explains.
import { IdentityClaims, LEEWAY_SECONDS, MOST_SECONDS, STRANGE_HEADERS } from "./identity-token";
import type { TokenLook } from "./token-look";

export interface TokenCheck {
  part: "header" | "claims" | "signature";
  /** The header's or claim's name; empty for the part as a whole. */
  name: string;
  /** As it stands in the token, as JSON; null where it is missing. */
  value: string | null;
  ok: boolean;
  words: string;
}

/** The header: only HS256, and nothing that names another key or another way to verify. Pure. */
export function checkHeader({ header }: TokenLook, liveKids: string[]): TokenCheck[] {
  const { alg, typ, kid } = header;
  const check = (name: string, ok: boolean, words: string): TokenCheck => ({
    ...{ part: "header", name, value: show(header[name]), ok, words },
  });
  const typed = typ === undefined || (typeof typ === "string" && typ.toUpperCase() === "JWT");
  const checks = [
    check("alg", alg === "HS256", alg === "HS256" ? "HMAC with SHA-256." : "Only HS256 is accepted: sign with it."),
    check("typ", typed, typed ? "May be JWT or missing." : "Has to be JWT, or to be left out."),
    check("kid", kid === undefined || (typeof kid === "string" && liveKids.includes(kid)), kidWords(kid, liveKids)),
  ];
  const strange = STRANGE_HEADERS.filter((name) => name in header);
  return [...checks, ...strange.map((name) => check(name, false, "Not accepted: leave it out."))];
}

function kidWords(kid: unknown, liveKids: string[]): string {
  if (kid === undefined) return "Without it every live secret is tried.";
  if (typeof kid !== "string") return "Has to be a text: the id of one of your secrets.";
  return liveKids.includes(kid)
    ? "Names one of your live secrets."
    : "Names no live secret: it ended, or is not yours.";
}

/** What each claim is for, in the order of the contract. */
const meanings = {
  tenantId: "Your tenant’s id.",
  userId: "Your own id for the user; conversations belong to it.",
  userEmail: "Shown to your team; may be left out.",
  userRoles: "Shown to your team; may be left out.",
  plan: "Shown to your team; may be left out.",
} as const;

const rules = {
  tenantId: "Has to be a text: your tenant’s id.",
  userId: "Has to be a text of 1 to 200 characters.",
  userEmail: "Has to be a text of at most 320 characters, or to be left out.",
  userRoles: "Has to be a list of at most 30 texts of at most 80 characters, or to be left out.",
  plan: "Has to be a text of at most 80 characters, or to be left out.",
} as const;

/** The claims but for the times. Pure. */
export function checkClaims(claims: Record<string, unknown>, tenantId: string): TokenCheck[] {
  return (Object.keys(meanings) as (keyof typeof meanings)[]).flatMap((name): TokenCheck[] => {
    const value = claims[name];
    const formed = IdentityClaims.shape[name].safeParse(value).success;
    if (formed && value === undefined) return [];
    const mine = name !== "tenantId" || value === tenantId;
    const words = !formed ? rules[name] : mine ? meanings[name] : `Names another tenant: yours is ${tenantId}.`;
    return [{ part: "claims", name, value: show(value), ok: formed && mine, words }];
  });
}

/** The times, in seconds. Pure; `now` in milliseconds. */
export function checkTimes(claims: Record<string, unknown>, now: number): TokenCheck[] {
  const { iat, exp, nbf } = claims;
  const seconds = now / 1000;
  const check = (name: string, fault: string | null, words: string): TokenCheck => ({
    ...{ part: "claims", name, value: show(claims[name]), ok: fault === null, words: fault ?? words },
  });
  const checks = [check("iat", faultOfStart(iat, seconds), `Issued ${ago(iat, seconds)}.`)];
  if (nbf !== undefined)
    checks.push(check("nbf", faultOfStart(nbf, seconds), "Not before then; yours to set, and it has passed."));
  return [...checks, check("exp", faultOfEnd(exp, iat, seconds), `Good ${left(exp, seconds)}.`)];
}

function faultOfStart(at: unknown, seconds: number): string | null {
  if (typeof at !== "number") return "Has to be there, as a number: seconds since 1970.";
  return at > seconds + LEEWAY_SECONDS ? "Lies in the future: compare your server’s clock." : null;
}

function faultOfEnd(exp: unknown, iat: unknown, seconds: number): string | null {
  if (typeof exp !== "number") return "Has to be there, as a number: seconds since 1970.";
  if (typeof iat === "number" && exp <= iat) return "Is not after iat.";
  if (typeof iat === "number" && exp - iat > MOST_SECONDS)
    return `The token lives ${exp - iat} s; at most ${MOST_SECONDS} s are accepted.`;
  return exp + LEEWAY_SECONDS <= seconds ? `Expired ${ago(exp, seconds)}: the widget asks for a new one.` : null;
}

function ago(at: unknown, seconds: number): string {
  return typeof at === "number" ? `${Math.max(0, Math.round(seconds - at))} s ago` : "";
}

function left(at: unknown, seconds: number): string {
  return typeof at === "number" ? `for ${Math.max(0, Math.round(at - seconds))} s more` : "";
}

const MOST_SHOWN = 300;

function show(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
