// The snippets that need a server, word for word and against the real gateway: tokens signed, renewed, and plain HTTP.
import { readFile } from "node:fs/promises";
import path from "node:path";
import jsonwebtoken from "jsonwebtoken";
import { expect, test } from "vitest";
import { answer, ask, openBrowser, page, shell, site } from "./browser";
import { openRealGateway } from "./real-gateway";

const origin = "https://www.your-domain.com";
const real = await openRealGateway(() => [site.origin, origin]);
openBrowser();

const snippet = (name: string) => readFile(path.join(import.meta.dirname, "seed-snippets", `${name}.txt`), "utf8");

test("a token signed as they say is renewed as they say, unseen", async () => {
  const { tenantId, jwtSecret } = real.tenant;
  const [, body = ""] = (await snippet("sign-a-token.js")).split("import jwt from 'jsonwebtoken';");
  const sign = new Function("jwt", `${body}; return createWidgetToken`)(jsonwebtoken);
  const user = { id: "usr_xxx", email: "someone@example.com", roles: ["user", "admin"], plan: "pro" };
  const token: string = sign(user, { tenantId, jwtSecret });
  const stale = jsonwebtoken.sign({ tenantId, userId: "usr_xxx", iat: 1_700_000_000, exp: 1_700_003_600 }, jwtSecret);
  const refreshes: string[] = [];
  await page.route("**/api/support/token", (route) => {
    refreshes.push(route.request().method());
    return route.fulfill({ json: { token } });
  });
  const init = (await snippet("token-refresh.js")).replace("ten_your_key", tenantId);
  const script = `<script src="${real.origin}/widget/v1.js"></script>`;
  await page.goto(
    site.page(shell(`${script}<script>const initialToken = "${stale}";</script><script>${init}</script>`)),
  );
  await ask("How long do I have to return items?");
  await answer().getByText("You can return an item within 45 days").first().waitFor();
  expect(refreshes).toEqual(["POST"]);
});

test("the HTTP they show, request by request", async () => {
  const known: Record<string, string> = { pub_customer_a1b2c3d4: real.tenant.siteKey };
  async function send(name: string) {
    let text = await snippet(name);
    for (const [theirs, ours] of Object.entries(known)) text = text.replace(theirs, ours);
    text = text.replace(/sha256_hash(_optional)?/, "a".repeat(64)).replace(/uuid(_optional)?/, crypto.randomUUID());
    const at = text.indexOf("{");
    const [request = "", ...lines] = text.slice(0, at).trim().split("\n");
    const headers = Object.fromEntries(lines.map((line) => line.split(": ") as [string, string]));
    const [method = "", address = ""] = request.split(" ");
    const url = address.replace("https://your-api-domain.com", real.origin);
    const response = await fetch(url, { method, headers, body: text.slice(at) });
    expect(response.status, name).toBeLessThan(300);
    expect(response.headers.get("access-control-allow-origin")).toBe(origin);
    return response.json();
  }
  const started = await send("start.http");
  expect(started.message.citations.length).toBeGreaterThan(0);
  known.c_abc123xyz = started.conversationId;
  const next = await send("go-on.http");
  expect(next.message.content).toContain("45 days");

  const session = await send("session.http");
  expect(session).toMatchObject({ token: expect.any(String), session_id: expect.any(String), expires_in: 3600 });
  expect(Date.parse(session.expires_at)).toBeGreaterThan(Date.now());
  known["eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9..."] = session.token;
  known.c_abc123xyz = (await send("start-with-token.http")).conversationId;
  expect((await send("go-on-with-token.http")).message.content).toContain("45 days");
});
