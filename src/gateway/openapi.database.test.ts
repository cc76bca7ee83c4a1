// The document describes exactly what is there, and a client generated from it works.
import type { Hono } from "hono";
import createClient from "openapi-fetch";
import openapiTS, { astToString } from "openapi-typescript";
import { expect, test } from "vitest";
import { expectDocumented } from "../../tests/contract";
import { call, freshGateway } from "../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../tests/fresh-tenant";
import type { paths } from "../../tests/generated/api";
import { toOpenApi } from "./openapi";
import { routes } from "./routes";

const product = freshProduct();
const gateway = freshGateway(product);
const origin = "https://www.example.com";

/** The client in the types of the document, in a page of `origin`. */
function freshClient(app: Hono) {
  const browser = async (request: Request) => {
    request.headers.set("origin", origin);
    const { method, url } = request;
    const response = await app.request(request);
    await expectDocumented(method, new URL(url).pathname, response);
    return response;
  };
  return createClient<paths, "application/json" | "application/problem+json">({
    baseUrl: "http://localhost:3000",
    fetch: browser,
  });
}

test("the document and what the gateway listens to are the same set", async () => {
  const answer = await gateway.request("http://localhost:3000/api/openapi.json");
  expect(answer.status).toBe(200);
  const document: ReturnType<typeof toOpenApi> = await answer.json();
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const listening = gateway.routes
    .filter(({ method }) => method !== "ALL" && method !== "OPTIONS")
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
  // What everybody may ask answers below /api/v1 as well.
  const open = new Set(described.filter((each) => !each.includes(" /api/v1/")));
  const aliases = [...open].map((each) => each.replace(" /api/", " /api/v1/"));
  expect([...described, ...aliases].sort()).toEqual(listening.sort());
  const ids = Object.values(document.paths).flatMap((each) => Object.values(each).map((one) => one.operationId));
  expect(new Set(ids).size).toBe(routes.length);
});

test("every route says what it is for, who may call and what it answers", () => {
  for (const [path, operations] of Object.entries(toOpenApi(routes, "https://chat.example.com").paths)) {
    for (const [method, { summary, description, responses, parameters }] of Object.entries(operations)) {
      const where = `${method} ${path}`;
      expect(summary, where).toMatch(/^[A-Z].{9,110}[^.]$/);
      expect(description, where).toMatch(/\.$/);
      expect(Object.keys(responses), where).toContain("default");
      expect(Object.keys(responses).length, where).toBeGreaterThan(1);
      const inPath = parameters.filter((one) => one.in === "path").map(({ name }) => `{${name}}`);
      expect(path.match(/\{\w+\}/g) ?? [], where).toEqual(inPath);
    }
  }
});

// Changed the table on purpose? `npx vitest run --project database src/gateway/openapi -u` writes the types anew.
test("the generated types are those of the document", async () => {
  const document = toOpenApi(routes, "http://localhost:3000");
  const tree = await openapiTS(document as unknown as Parameters<typeof openapiTS>[0], { defaultNonNullable: false });
  await expect(astToString(tree)).toMatchFileSnapshot("../../tests/generated/api.d.ts");
});

test("a client generated from the document begins, continues and reads a conversation", async () => {
  const { siteKey } = await freshTenant(product, [origin]);
  const client = freshClient(gateway);
  const session = await client.POST("/api/v1/sessions", { body: { siteKey } });
  const headers = { authorization: `Bearer ${session.data?.token}` };
  const begun = await client.POST("/api/v1/conversations", { headers, body: { message: "Hello?" } });
  const conversationId = begun.data?.conversationId ?? "";
  const params = { path: { conversationId } };
  const asked = await client.POST("/api/v1/conversations/{conversationId}", {
    headers,
    params,
    body: { message: "Where is my parcel?", nonce: "n" },
  });
  const read = await client.GET("/api/v1/conversations/{conversationId}", { headers, params });
  expect(read.data?.messages.map(({ role }) => role)).toEqual(["user", "assistant", "user", "assistant"]);
  expect(read.data?.messages[3]).toEqual(asked.data?.message);
  const refused = await client.POST("/api/v1/sessions", { body: { siteKey: "pub_nobody" } });
  expect(refused.error).toMatchObject({ status: 404, code: "site_key_invalid" });
});

test("an answer that is not in the document fails the test that got it", async () => {
  const path = "/api/v1/widget";
  const wrong = [Response.json({ name: 1 }), Response.json({}, { status: 202 }), new Response("x")];
  for (const response of wrong) await expect(expectDocumented("GET", path, response)).rejects.toThrow();
  expect((await call(gateway, "GET", "/widget")).status).toBe(400);
});
