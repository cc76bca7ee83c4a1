// Two tenants behind one gateway, each with a visitor in a conversation, and a request of every row of the table.
import { randomBytes } from "node:crypto";
import { beforeAll } from "vitest";
import { updateTenant } from "@/core/tenant/update-tenant";
import { hasBody, type Route } from "@/gateway/route";
import { routes } from "@/gateway/routes";
import { call, freshGateway, identityClaims, signJwt } from "./fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "./fresh-tenant";

export const product = freshProduct();
export const gateway = freshGateway(product);
export const HOME = "https://www.example.com";
export const SECOND = "https://second.example.com";
export const STRANGER = "https://stranger.example";
export const NOBODY = "https://nobody.example";

export interface World extends FreshTenant {
  conversationId: string;
  /** An answer in it. */
  messageId: string;
  session: string;
  identity: string;
  /** What the user of `identity` began: nobody's conversation does not become theirs by itself. */
  users: { conversationId: string; messageId: string };
}

async function world(origin: string, ...more: string[]): Promise<World> {
  const tenant = await freshTenant(product, [origin, ...more]);
  await updateTenant(tenant.owner, { filesOn: true });
  const { siteKey } = tenant;
  const begun = await call(gateway, "POST", "/conversations", { origin, body: { siteKey, message: "Hello?" } });
  const session = await call(gateway, "POST", "/sessions", { origin, body: { siteKey } });
  const identity = signJwt(identityClaims(tenant.tenantId), tenant.jwtSecret);
  const { conversationId, message } = await begun.json();
  const body = { siteKey, message: "Hello?" };
  const theirs = await (await call(gateway, "POST", "/conversations", { origin, token: identity, body })).json();
  const users = { conversationId: theirs.conversationId, messageId: theirs.message.id };
  return { ...tenant, conversationId, messageId: message.id, session: (await session.json()).token, identity, users };
}

/** The tenant at home, with two pages, and another one; made anew for each test file. */
export const home = {} as World;
export const away = {} as World;
beforeAll(async () => {
  Object.assign(home, await world(HOME, SECOND));
  Object.assign(away, await world(STRANGER));
});

export const visitorRoutes = routes.filter(({ admit }) => admit !== null);
export const named = (rows: Route[]) => rows.map((row) => ({ name: `${row.method.toUpperCase()} ${row.path}`, row }));
export const inConversation = visitorRoutes.filter(({ path }) => path.includes(":conversationId"));

interface Request {
  origin?: string | null;
  token?: string;
  siteKey?: string | null;
  conversationId?: string;
}

/** A request of this row that would be right for the tenant at home, changed where `given` says so. */
export async function knock(row: Route, given: Request = {}) {
  const { origin = HOME, siteKey = home.siteKey } = given;
  const isUser = given.token === home.identity;
  const own = isUser ? home.users : home;
  const begin = () => another(isUser ? home.identity : undefined);
  const conversationId = given.conversationId ?? (endsConversation(row) ? await begin() : own.conversationId);
  const said = { messageId: own.messageId, value: "positive", resolution: "resolved" };
  const token = given.token ?? (endsSession(row) ? await throwaway() : undefined);
  const path = row.path.replace(":conversationId", conversationId);
  const key = siteKey === null || row.path.includes(":") ? {} : { siteKey };
  const query = !hasBody(row.method) && "siteKey" in key ? `?siteKey=${siteKey}` : "";
  const body = row.takesFile
    ? { form: aFile() }
    : hasBody(row.method)
      ? { body: { ...key, message: "Where is my parcel?", ...said } }
      : {};
  return call(gateway, row.method.toUpperCase(), `${path}${query}`, { origin, ...(token ? { token } : {}), ...body });
}

function aFile(): FormData {
  const form = new FormData();
  form.append("file", new Blob(["words"]), "a.txt");
  return form;
}

/** Needs a session to end; a token of its own each time. */
export const endsSession = (row: Route) => row.path === "/sessions/current";
export async function throwaway(): Promise<string> {
  const opened = await call(gateway, "POST", "/sessions", { origin: HOME, body: { siteKey: home.siteKey } });
  return (await opened.json()).token;
}

/** Needs a conversation to end; one of its own each time. */
const endsConversation = (row: Route) => row.path.endsWith("/close") || named([row])[0]?.name === ERASE;
const ERASE = "DELETE /conversations/:conversationId";
export async function another(token?: string): Promise<string> {
  const ask = { origin: HOME, token, headers: { "x-test-address": randomBytes(8).toString("hex") } };
  const begun = await call(gateway, "POST", "/conversations", {
    ...ask,
    body: { siteKey: home.siteKey, message: "Hi?" },
  });
  return (await begun.json()).conversationId;
}

/** Everything of an answer that a stranger could learn from, but for the request's id. */
export async function seen(response: Response) {
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => !["x-request-id", "ratelimit"].includes(name)),
  );
  const { requestId: _requestId, ...body } = await response.json();
  return JSON.stringify({ status: response.status, headers, body });
}
