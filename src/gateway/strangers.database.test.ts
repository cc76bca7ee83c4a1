// Read off the table of routes: whatever is added to it is tested here.
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createApiKey, type Scope } from "@/core/api-key/create-api-key";
import { newId } from "@/core/id/id";
import { flushObservations } from "@/core/observation/observation";
import { listRefusals } from "@/core/refusal/list-refusals";
import { failures } from "@/failure-table";
import type { FailureCode } from "@/failures";
import { call, signJwt } from "../../tests/fresh-gateway";
import { freshTenant } from "../../tests/fresh-tenant";
import {
  away,
  endsSession,
  gateway,
  HOME,
  home,
  knock,
  NOBODY,
  named,
  product,
  seen,
  throwaway,
  visitorRoutes,
} from "../../tests/two-tenants";
import { hasBody } from "./route";
import { routes } from "./routes";

test("the table has the routes of the contract", () => {
  expect(named(routes).map(({ name }) => name)).toEqual([
    "GET /health",
    "GET /health/live",
    "GET /health/ready",
    "GET /openapi.json",
    "GET /widget",
    "GET /widget/blocked",
    "POST /sessions",
    "DELETE /sessions/current",
    "POST /conversations",
    "POST /conversations/:conversationId",
    "GET /conversations",
    "GET /conversations/:conversationId",
    "GET /conversations/:conversationId/events",
    "POST /conversations/:conversationId/feedback",
    "POST /conversations/:conversationId/close",
    "POST /conversations/:conversationId/escalate",
    "GET /conversations/:conversationId/export",
    "DELETE /conversations/:conversationId",
    "GET /origins",
    "POST /origins",
    "DELETE /origins/:originId",
    "PUT /sources/:externalId",
    "DELETE /sources/:externalId",
    "POST /conversations/:conversationId/files",
    "GET /files/:fileId",
  ]);
});

describe.each(named(visitorRoutes))("$name", ({ row }) => {
  test("lets the tenant's own page in", async () => {
    expect((await knock(row)).status).toBeLessThan(300);
  });

  test("refuses a request without an origin, and every malformed one", async () => {
    const origins = [
      null,
      "null",
      "",
      "file://",
      "chrome-extension://abcdefghijklmnop",
      `${HOME}/`,
      `${HOME}?x`,
      "https://user@www.example.com",
      "https://www.example.com:0",
      "https://www.example.com:99999",
      "www.example.com",
      "*",
    ];
    for (const origin of origins) {
      const response = await knock(row, { origin });
      expect(await response.json(), String(origin)).toMatchObject({ status: 403, code: "origin_missing" });
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
      expect(response.headers.get("vary")).toBe("Origin");
    }
  });

  test("refuses http and a stranger's page, and lets their browser read why", async () => {
    for (const [origin, code] of [
      ["http://www.example.com", "https_required"],
      [NOBODY, "origin_not_allowed"],
      ["https://example.com", "origin_not_allowed"],
      ["https://www.example.com.nobody.example", "origin_not_allowed"],
      ["https://www.example.com:8443", "origin_not_allowed"],
      ["http://localhost:61234", "origin_not_allowed"],
    ] as const) {
      const response = await knock(row, { origin });
      expect(response.headers.get("access-control-allow-origin")).toBe(origin);
      expect(response.headers.get("vary")).toBe("Origin");
      expect(response.headers.get("access-control-allow-credentials")).toBeNull();
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(response.headers.get("cache-control")).toBe("no-store");
      const problem = await response.json();
      expect(problem).toMatchObject({ status: 403, code, type: `${product.publicUrl}/docs/errors/${code}` });
      expect(problem.requestId).toBe(response.headers.get("x-request-id"));
    }
  });

  test("an empty list of origins lets nobody in", async () => {
    const empty = await freshTenant(product, []);
    if (row.path.includes(":")) return;
    expect(await (await knock(row, { siteKey: empty.siteKey })).json()).toMatchObject({ code: "origin_not_allowed" });
  });

  test("answers unknown and disabled site keys alike, without asking the database for what cannot be one", async () => {
    if (row.path.includes(":")) return;
    const disabled = await freshTenant(product, [HOME]);
    await disabled.owner.database.transaction((tx) => tx.siteKey.updateMany({ data: { disabledAt: new Date() } }));
    const answers = [];
    for (const siteKey of [disabled.siteKey, `pub_none_${"0".repeat(22)}`, newId("tenant"), "x'; --", "pub_\0"])
      answers.push(
        await seen(
          await knock(row, {
            siteKey:
              encodeURIComponent(siteKey).includes("%") && !hasBody(row.method) ? encodeURIComponent(siteKey) : siteKey,
          }),
        ),
      );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"code":"site_key_invalid"');
  });

  test("a preflight says what may be asked, for ten minutes, and promises no cookie", async () => {
    const response = await gateway.request(
      `http://x/api/v1${row.path.replace(":conversationId", newId("conversation"))}`,
      {
        method: "OPTIONS",
        headers: { origin: HOME, "access-control-request-method": row.method.toUpperCase() },
      },
    );
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe(HOME);
    expect(response.headers.get("access-control-allow-methods")).toContain(row.method.toUpperCase());
    expect(response.headers.get("access-control-allow-headers")).toContain("Authorization");
    expect(response.headers.get("access-control-max-age")).toBe("600");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test("takes each class of token for what it is, and none of another tenant", async () => {
    const { apiKey } = await createApiKey(home.owner, { name: "Test", scopes: ["sessions"] });
    const ofServers = { sessions: "input_invalid", conversations: "scope_refused" } as Record<Scope, FailureCode>;
    const ignored = row.admit?.tokens === "ignored";
    const table: [string, string, FailureCode | null][] = [
      ["own session", endsSession(row) ? await throwaway() : home.session, null],
      ["own identity", home.identity, endsSession(row) ? "token_invalid" : null],
      // Where a server may call, too, its key's scope decides; then it is told what it did not send.
      ["API key", apiKey, row.server ? ofServers[row.server.scope] : "token_invalid"],
      ["site key", home.siteKey, "token_invalid"],
      ["console sign-in", randomBytes(32).toString("base64url"), "token_invalid"],
      ["console cookie (JWE)", ["a", "", "b", "c", "d"].join("."), "token_invalid"],
      ["session signed by the tenant", forgedSession(), "token_invalid"],
    ];
    for (const [name, token, code] of table) {
      const response = await knock(row, { token });
      if (code === null || ignored) expect(response.status, name).toBeLessThan(300);
      else expect(await response.json(), name).toMatchObject({ status: failures[code].status, code });
    }
    if (ignored || row.path.includes(":")) return;
    for (const token of [away.session, away.identity])
      expect(await (await knock(row, { token })).json()).toMatchObject({ status: 403, code: "tenant_mismatch" });
  });

  test("the stranger's refusals stand on the tenant's page", async () => {
    await knock(row, { origin: "https://copied.example" });
    await flushObservations(product);
    const refusals = await listRefusals(home.owner);
    expect(refusals).toContainEqual(
      expect.objectContaining({ reason: "origin_not_allowed", origin: "https://copied.example" }),
    );
  });
});

function forgedSession(): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { tenantId: home.tenantId, sid: newId("session"), sub: newId("visitor"), origin: HOME, aud: "widget" };
  const header = { alg: "HS256", typ: "gh-session+jwt", kid: home.kid };
  return signJwt({ ...claims, identity: null, identifiedAt: null, iat: now, exp: now + 600 }, home.jwtSecret, header);
}

test("unknown addresses and methods are problems with CORS headers, too", async () => {
  const missing = await call(gateway, "POST", "/nothing/here", { body: {} });
  expect(missing.status).toBe(404);
  expect(missing.headers.get("access-control-allow-origin")).toBe(HOME);
  expect(await missing.json()).toMatchObject({ code: "not_found" });
  for (const { path } of routes) {
    const response = await gateway.request(`http://x/api/v1${path}`, { method: "PATCH", headers: { origin: HOME } });
    expect(response.status, path).toBe(405);
    expect(response.headers.get("allow")).toContain("OPTIONS");
    expect(response.headers.get("access-control-allow-origin")).toBe(HOME);
  }
});

test("health needs nobody's leave", async () => {
  for (const path of ["/api/health", "/api/v1/health"]) {
    const response = await gateway.request(`http://x${path}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, live: true, ready: true });
  }
});
