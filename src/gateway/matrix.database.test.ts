// Every route × every class of token × every kind of origin. What is expected follows from three small tables: what an
// origin is worth, what a token is worth, and what a row asks for.
import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "@/core/api-key/create-api-key";
import { revokeApiKey } from "@/core/api-key/revoke-api-key";
import type { Member } from "@/core/member/member";
import { addOrigin } from "@/core/origin/add-origin";
import { addTextSource } from "@/core/source/add-text-source";
import { updateTenant } from "@/core/tenant/update-tenant";
import type { FailureCode } from "@/failures";
import { type Ask, call, freshGateway, identityClaims, signJwt } from "../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../tests/fresh-tenant";
import { hasBody, isOpen, type Route } from "./route";
import { routes } from "./routes";

const HOUR_MS = 3600_000;
const product = freshProduct();
const gateway = freshGateway(product);
/** The same installation two hours ago: what it issues has expired. */
const pastProduct = freshProduct(() => Date.now() - 2 * HOUR_MS);
const past = freshGateway(pastProduct);

// Nobody else's names: what another tenant lists is answered in another way.
const name = randomBytes(6).toString("hex");
const HOME = `https://www.${name}.example`;
const AWAY = `https://away.${name}.example`;

// As browsers send them; the second has a Cyrillic letter in place of the Latin one.
const IDN = new URL(`https://bücher.${name}.example`).origin;
const LOOKS_LIKE_IT = new URL(`https://büch\u0435r.${name}.example`).origin;

type Worth = "home" | "other" | FailureCode;
/** Kind → what the browser sends, and what it is worth: home, another origin of the tenant's list, or a refusal. */
const origins: Record<string, [header: string | null, worth: Worth]> = {
  listed: [HOME, "home"],
  "listed, in capitals": [HOME.toUpperCase(), "home"],
  "listed, with a trailing dot": [`${HOME}.`, "home"],
  "listed, with the default port": [`${HOME}:443`, "home"],
  "one level below a wildcard": [`https://a.wild-${name}.example`, "other"],
  "an IDN that is listed": [IDN, "other"],
  unlisted: [`https://unlisted.${name}.example`, "origin_not_allowed"],
  "two levels below a wildcard": [`https://a.b.wild-${name}.example`, "origin_not_allowed"],
  "the apex of a wildcard": [`https://wild-${name}.example`, "origin_not_allowed"],
  "an IDN that looks like it": [LOOKS_LIKE_IT, "origin_not_allowed"],
  "another port": [`${HOME}:8443`, "origin_not_allowed"],
  "a public suffix": ["https://co.uk", "origin_not_allowed"],
  "a shared suffix": ["https://vercel.app", "origin_not_allowed"],
  "with the listed one as its beginning": [`${HOME}.evil.example`, "origin_not_allowed"],
  http: [HOME.replace("https", "http"), "https_required"],
  null: ["null", "origin_missing"],
  missing: [null, "origin_missing"],
  "with userinfo": [HOME.replace("://", "://user@"), "origin_missing"],
  "with a path": [`${HOME}/`, "origin_missing"],
};

const classes = [
  "nothing",
  "phase-0 key",
  "site key as a token",
  "session",
  "expired session",
  "revoked session",
  "minted session",
  "identity",
  "expired identity",
  "API key",
  "expired API key",
  "revoked API key",
  "console cookie",
  "another tenant's session",
  "another tenant's expired session",
  "another tenant's identity",
  "another tenant's expired identity",
  "another tenant's API key",
] as const;
type Class = (typeof classes)[number];

type Kept =
  | `${"" | "expired " | "revoked " | "minted "}session`
  | `${"" | "expired "}identity`
  | `${"" | "expired " | "revoked "}API key`;

interface World extends FreshTenant {
  conversationId: string;
  messageId: string;
  originId: string;
  /** What the user behind a token began: nobody's conversation does not become theirs by itself. */
  users: Partial<Record<Class, { conversationId: string; messageId: string }>>;
  tokens: Record<Kept, string>;
}

async function world(origin: string, more: string[]): Promise<World> {
  const tenant = await freshTenant(product, [origin, ...more]);
  const { siteKey, tenantId, jwtSecret, owner } = tenant;
  await updateTenant(owner, { filesOn: true });
  await addTextSource(owner, { title: "Returns", text: "You can return any item within 30 days of delivery." });
  const { id: originId } = await addOrigin(owner, {
    pattern: `https://spare-${randomBytes(4).toString("hex")}.example`,
  });
  const begun = await (
    await ask(gateway, "POST", "/conversations", { origin, body: { siteKey, message: "Hi" } })
  ).json();
  const open = async (at: typeof gateway) =>
    (await (await ask(at, "POST", "/sessions", { origin, body: { siteKey } })).json()).token;
  const now = Math.floor(Date.now() / 1000);
  const identity = (seconds: number) => signJwt(identityClaims(tenantId, seconds), jwtSecret);
  const keyOf = (author: Member, expiresAt: string | null = null) =>
    createApiKey(author, { name: "Test", scopes: ["sessions", "origins", "sources", "conversations"], expiresAt });
  const { apiKey } = await keyOf(owner);
  const revoked = await open(gateway);
  await ask(gateway, "DELETE", "/sessions/current", { origin, token: revoked });
  const minted = await ask(gateway, "POST", "/sessions", {
    origin: null,
    token: apiKey,
    body: { userId: "usr_m", origin },
  });
  const revokedKey = await keyOf(owner);
  await revokeApiKey(owner, { id: revokedKey.id });
  const then = { ...owner, product: pastProduct, signedInAt: pastProduct.now() };
  const tokens = {
    "revoked session": revoked,
    "minted session": (await minted.json()).token,
    "expired API key": (await keyOf(then, new Date(Date.now() - HOUR_MS).toISOString())).apiKey,
    "revoked API key": revokedKey.apiKey,
    session: await open(gateway),
    "expired session": await open(past),
    identity: identity(now),
    "expired identity": identity(now - (2 * HOUR_MS) / 1000),
    "API key": apiKey,
  };
  const users: World["users"] = {};
  for (const kind of ["identity", "minted session"] as const) {
    const said = { origin, token: tokens[kind], body: { siteKey, message: "Hi" } };
    const { conversationId, message } = await (await ask(gateway, "POST", "/conversations", said)).json();
    users[kind] = { conversationId, messageId: message.id };
  }
  return { ...tenant, conversationId: begun.conversationId, messageId: begun.message.id, originId, users, tokens };
}

let home: World;
let away: World;
beforeAll(async () => {
  home = await world(HOME, [`https://*.wild-${name}.example`, IDN]);
  away = await world(AWAY, []);
});

/** From an address of its own: no limit by address is met here. */
const ask = (at: typeof gateway, method: string, path: string, given: Ask) =>
  call(at, method, path, { ...given, headers: { "x-test-address": randomBytes(8).toString("hex") } });

const ENDS_SESSION = "/sessions/current";
const isServers = (row: Route) => row.admit === null && row.server !== null;
const inConversation = (row: Route) => row.path.includes(":conversationId");

/** What the row answers, "fine" for anything below 300. */
function expected(row: Route, kind: Class, worth: Worth): FailureCode | "fine" {
  if (row.byLink) return "input_invalid";
  if (isOpen(row)) return "fine";
  const isKey = kind.endsWith("API key");
  if (row.server && (isKey || row.admit === null)) return expectedOfServer(row, kind);
  if (worth !== "home" && worth !== "other" && worth !== "origin_not_allowed") return worth;
  if (kind === "nothing" && !inConversation(row)) return "input_invalid";
  if (worth === "origin_not_allowed") return worth;
  const refusal = row.admit?.tokens === "ignored" ? null : refusalOf(row, kind, worth);
  if (refusal) return refusal;
  return inConversation(row) && worth === "other" ? "origin_mismatch" : "fine";
}

function expectedOfServer(row: Route, kind: Class): FailureCode | "fine" {
  if (kind === "nothing" || kind === "phase-0 key") return "token_missing";
  if (kind === "API key") return "fine";
  if (kind === "expired API key") return "token_expired";
  if (kind !== "another tenant's API key") return "token_invalid";
  // A good key, of a tenant who has none of what is named.
  if (row.path === "/sessions") return "origin_not_allowed";
  return row.method === "delete" || inConversation(row) ? "not_found" : "fine";
}

function refusalOf(row: Route, kind: Class, worth: "home" | "other"): FailureCode | null {
  const renews = row.admit?.tokens === "renewable";
  const ends = row.path === ENDS_SESSION;
  const ofSession = worth === "home" ? null : "origin_mismatch";
  const verdicts: Record<Class, FailureCode | null> = {
    nothing: ends ? "token_missing" : null,
    "phase-0 key": ends ? "token_missing" : null,
    "site key as a token": "token_invalid",
    session: ofSession,
    "expired session": renews ? ofSession : "token_expired",
    "revoked session": ofSession ?? "token_invalid",
    "minted session": ofSession,
    identity: ends ? "token_invalid" : null,
    "expired identity": "token_expired",
    "API key": "token_invalid",
    "expired API key": "token_invalid",
    "revoked API key": "token_invalid",
    "console cookie": "token_invalid",
    "another tenant's session": "tenant_mismatch",
    "another tenant's expired session": renews ? "tenant_mismatch" : "token_expired",
    "another tenant's identity": "tenant_mismatch",
    "another tenant's expired identity": "token_invalid",
    "another tenant's API key": "token_invalid",
  };
  return verdicts[kind];
}

function tokenOf(kind: Class): string | undefined {
  if (kind === "nothing" || kind === "phase-0 key") return undefined;
  if (kind === "site key as a token") return home.siteKey;
  if (kind === "console cookie") return randomBytes(32).toString("base64url");
  const bare = kind.replace("another tenant's ", "") as Kept;
  return (bare === kind ? home : away).tokens[bare];
}

/** A conversation, a session, an origin or a source of its own, where the request is meant to end one. */
async function disposable(row: Route, kind: Class) {
  const { siteKey, owner } = home;
  const name = `${row.method} ${row.path}`;
  const user = home.users[kind];
  const begin = { origin: HOME, ...(user && { token: tokenOf(kind) }), body: { siteKey, message: "Hi" } };
  const conversation = /close$|^delete \/conversations/.test(name)
    ? await (await ask(gateway, "POST", "/conversations", begin)).json()
    : (user ?? home);
  const at = kind === "expired session" ? past : gateway;
  const token =
    row.path === ENDS_SESSION
      ? (await (await ask(at, "POST", "/sessions", { origin: HOME, body: { siteKey } })).json()).token
      : tokenOf(kind);
  const pattern = `https://gone-${randomBytes(4).toString("hex")}.example`;
  const originId = name === "delete /origins/:originId" ? (await addOrigin(owner, { pattern })).id : home.originId;
  if (name === "delete /sources/:externalId") {
    const body = { title: "Gone", text: "You can return any item within 30 days." };
    await ask(gateway, "PUT", "/sources/gone", { origin: null, token: home.tokens["API key"], body });
  }
  const { conversationId, messageId = home.messageId } = conversation;
  return { conversationId, messageId, token, originId };
}

async function knock(row: Route, kind: Class, header: string | null, isFine: boolean): Promise<Response> {
  const own = isFine ? await disposable(row, kind) : { ...home, ...home.users[kind], token: tokenOf(kind) };
  const path = row.path
    .replace(":conversationId", own.conversationId)
    .replace(":originId", own.originId)
    .replace(":externalId", row.method === "delete" ? "gone" : "kept")
    .replace(":fileId", `f_${"0".repeat(22)}`);
  const key = kind === "nothing" ? {} : { siteKey: home.siteKey };
  const query = (!hasBody(row.method) || row.takesFile) && "siteKey" in key ? `?siteKey=${home.siteKey}` : "";
  const form = new FormData();
  form.append("file", new Blob(["words"]), "a.txt");
  const said = {
    ...{ message: "Where is my parcel?", messageId: own.messageId, value: "positive", resolution: "resolved" },
    ...{ userId: "usr_1", origin: HOME, title: "Kept", text: "You can return any item within 30 days." },
    pattern: `https://new-${randomBytes(4).toString("hex")}.example`,
  };
  const body = row.takesFile ? { form } : hasBody(row.method) ? { body: { ...key, ...said } } : {};
  const token = own.token === undefined ? {} : { token: own.token };
  if (isOpen(row)) {
    const headers: Record<string, string> = header === null ? {} : { origin: header };
    if (own.token !== undefined) headers.authorization = `Bearer ${own.token}`;
    return gateway.request(`http://x/api${path}${query}`, { headers });
  }
  return ask(gateway, row.method.toUpperCase(), `${path}${query}`, { origin: header, ...token, ...body });
}

describe.each(routes.map((row) => ({ name: `${row.method.toUpperCase()} ${row.path}`, row })))("$name", ({ row }) => {
  test.each(classes)("with %s, from every kind of origin", async (kind) => {
    for (const [where, [header, worth]] of Object.entries(origins)) {
      const wanted = expected(row, kind, worth);
      const response = await knock(row, kind, header, wanted === "fine");
      const got = response.status < 300 ? "fine" : (await response.json()).code;
      if (response.status < 300) await response.body?.cancel();
      expect(got, `${kind}, ${where}`).toBe(wanted);
    }
  });
});

test("the matrix is whole", () => {
  expect(routes.filter(isServers).length).toBeGreaterThanOrEqual(5);
  expect(routes.length * classes.length * Object.keys(origins).length).toBeGreaterThan(5000);
});
