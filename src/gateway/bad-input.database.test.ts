// Bad input over real HTTP, on every route of the table: a clean refusal, nothing stored, nothing broken.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKey, scopes } from "@/core/api-key/create-api-key";
import { newId } from "@/core/id/id";
import type { Product } from "@/core/product";
import { updateTenant } from "@/core/tenant/update-tenant";
import { failures } from "@/failure-table";
import { call, freshGateway } from "../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../tests/fresh-tenant";
import { exchange, listen, type RawAnswer } from "../../tests/raw-http";
import { hasBody, isOpen, type Route } from "./route";
import { routes } from "./routes";

const logged: string[] = [];
const product: Product = { ...freshProduct() };
for (const level of ["error", "warn"] as const)
  product.log = {
    ...product.log,
    [level]: (fields: object, text: string) => logged.push(`${text} ${JSON.stringify(fields)}`),
  };
const gateway = freshGateway(product);
const origin = "https://www.example.com";
const database = new pg.Client({ connectionString: process.env.DATABASE_URL });
let tenant: FreshTenant;
let apiKey: string;
let conversationId: string;
let server: Awaited<ReturnType<typeof listen>>;
let stored: string;

beforeAll(async () => {
  await database.connect();
  tenant = await freshTenant(product, [origin]);
  await updateTenant(tenant.owner, { filesOn: true });
  ({ apiKey } = await createApiKey(tenant.owner, { name: "Test", scopes: [...scopes] }));
  const begun = await call(gateway, "POST", "/conversations", { body: { siteKey: tenant.siteKey, message: "Hello?" } });
  ({ conversationId } = await begun.json());
  server = await listen(gateway);
  stored = await everything();
});

afterAll(async () => {
  expect(await everything()).toBe(stored);
  expect(logged).toEqual([]);
  await server.close();
  await database.end();
});

/** How many rows the tenant has in each table, but for what counts uses, refusals and changes. */
async function everything(): Promise<string> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT DISTINCT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
      WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
        AND c.relname NOT IN ('refusal', 'refusal_minute', 'use_count', 'change', 'message_count', 'usage_day') ORDER BY 1`,
  );
  const counts = [];
  for (const { name } of rows) {
    const { rows: counted } = await database.query(`SELECT count(*)::int AS n FROM ${name} WHERE tenant_id = $1`, [
      tenant.tenantId,
    ]);
    counts.push(`${name} ${counted[0].n}`);
  }
  return counts.join("\n");
}

const named = (rows: Route[]) => rows.map((row) => ({ name: `${row.method.toUpperCase()} ${row.path}`, row }));
const bodies = routes.filter((row) => hasBody(row.method) && !row.takesFile);
/** Where the table's rows are asked as the tenant's own page, or its server, would. */
const fill = (row: Route, id?: string) =>
  `/api/v1${row.path.replace(":conversationId", id ?? conversationId).replace(/:\w+/, id ?? "x")}`;
const headersOf = (row: Route) =>
  `host: x\r\norigin: ${origin}\r\n${row.admit === null && row.server ? `authorization: Bearer ${apiKey}\r\n` : ""}`;

function send(row: Route, body: string | Buffer, more = "content-type: application/json\r\n"): Promise<RawAnswer> {
  const length = `content-length: ${Buffer.byteLength(body)}\r\n`;
  const head = `${row.method.toUpperCase()} ${fill(row)} HTTP/1.1\r\n${headersOf(row)}${more}${length}\r\n`;
  return exchange(server.port, [head, body]);
}

function expectProblem(answer: RawAnswer, where: string, ...codes: (keyof typeof failures)[]): void {
  expect(answer.headers["content-type"], `${where}: ${answer.status} ${answer.body}`).toBe("application/problem+json");
  const problem = JSON.parse(answer.body);
  expect(codes, where).toContain(problem.code);
  expect(answer.status, where).toBe(failures[problem.code as keyof typeof failures].status);
  expect(answer.headers["x-request-id"], where).toBe(problem.requestId);
  expect(answer.headers["access-control-allow-origin"], where).toBe(origin);
}

describe.each(named(bodies))("the body of $name", ({ name, row }) => {
  const known = { siteKey: "SITE", message: "Hello?", messageId: "m", value: "positive", resolution: "resolved" };
  const right = () => JSON.stringify(known).replace("SITE", tenant.siteKey);

  test.each([
    ["malformed", () => '{"siteKey":'],
    ["empty", () => ""],
    ["a list", () => "[1]"],
    ["null", () => "null"],
    ["not finished", () => right().slice(0, -1)],
    ["followed by more", () => `${right()}{}`],
    ["too deep", () => `{"a":${"[".repeat(40)}${"]".repeat(40)}}`],
    ["deep beyond any stack", () => `{"a":${"[".repeat(60_000)}`],
    ["with a key twice", () => right().replace("{", '{"message":"first",')],
    ["with a key twice, once escaped", () => right().replace("{", '{"m\\u0065ssage":"first",')],
    ["with a key twice further in", () => right().replace("{", '{"context":{"a":[{"b":1,"b":2}]},')],
    ["no UTF-8", () => Buffer.concat([Buffer.from('{"message":"'), Buffer.from("eda080", "hex"), Buffer.from('"}')])],
  ])("that is %s", async (kind, body) => {
    expectProblem(await send(row, body()), `${name} ${kind}`, "input_invalid");
  });

  test("that is one byte too large, and one that claims to be", async () => {
    const most = row.server && row.admit === null ? row.server.mostBytes : 64 * 1024;
    const large = `{"filler":"${"x".repeat(most - 12)}"}`;
    expect(large.length).toBe(most + 1);
    expectProblem(await send(row, large), name, "too_large");
    const head = `${row.method.toUpperCase()} ${fill(row)} HTTP/1.1\r\n${headersOf(row)}content-type: application/json\r\n`;
    expectProblem(await exchange(server.port, [`${head}content-length: 99999999\r\n\r\n{`]), name, "too_large");
    const chunk = `${(most + 1).toString(16)}\r\n${"x".repeat(most + 1)}\r\n`;
    expectProblem(
      await exchange(server.port, [`${head}transfer-encoding: chunked\r\n\r\n${chunk}`]),
      name,
      "too_large",
    );
  });

  test("whose chunks lie, or that is declared in two ways, is no request", async () => {
    const head = `${row.method.toUpperCase()} ${fill(row)} HTTP/1.1\r\n${headersOf(row)}content-type: application/json\r\n`;
    for (const rest of [
      "transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
      "transfer-encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n",
      "transfer-encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n",
      "transfer-encoding: chunked\r\ncontent-length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
      "content-length: 2\r\ncontent-length: 3\r\n\r\n{}",
      "content-length: -2\r\n\r\n{}",
      "transfer-encoding: gzip\r\n\r\n{}",
    ]) {
      const { status } = await exchange(server.port, [head + rest]);
      expect(status === 0 || (status >= 400 && status < 500), `${name} ${JSON.stringify(rest)} ${status}`).toBe(true);
    }
  });

  test.each(["text/plain", "multipart/form-data; boundary=b", "application/x-www-form-urlencoded", "application/xml"])(
    "that is %s",
    async (type) => {
      expectProblem(await send(row, right(), `content-type: ${type}\r\n`), name, "type_not_supported");
    },
  );

  test("with fields of the wrong type, with NUL and with half a character", async () => {
    const schema = (row.admit === null ? row.server?.input : row.input) as
      | { shape?: Record<string, unknown> }
      | undefined;
    const fields = [...Object.keys(schema?.shape ?? {}), "siteKey"];
    for (const field of fields)
      for (const value of ['{"a":{}}', "[[]]", '"\\u0000"', '"\\ud800"', '"a\\udc00b"', "1e999", "-0.5"]) {
        const body = right()
          .replace("{", `{"${field}":${value},`)
          .replace(new RegExp(`,"${field}":"[^"]*"`), "");
        const answer = await send(row, body);
        expect(answer.status, `${name} ${body} ${answer.body}`).toBeGreaterThanOrEqual(400);
        expect(answer.status, `${name} ${body} ${answer.body}`).toBeLessThan(500);
      }
  });
});

test("a body that never ends to arrive is given up after ten seconds, on every route that takes one", async () => {
  const slow = routes.filter((row) => hasBody(row.method) && !row.takesFile);
  await Promise.all(
    slow.flatMap((row) =>
      ["content-length: 100", "transfer-encoding: chunked"].map(async (length) => {
        const head = `${row.method.toUpperCase()} ${fill(row)} HTTP/1.1\r\n${headersOf(row)}content-type: application/json\r\n${length}\r\n\r\n`;
        const answer = await exchange(server.port, [head, length.startsWith("c") ? '{"a":' : "1\r\n{\r\n"]);
        expectProblem(answer, `${row.method} ${row.path} ${length}`, "input_invalid");
      }),
    ),
  );
}, 20_000);

test("whoever leaves in the middle of a body leaves nothing behind", async () => {
  for (const row of bodies) {
    const head = `${row.method.toUpperCase()} ${fill(row)} HTTP/1.1\r\n${headersOf(row)}content-type: application/json\r\ncontent-length: 100\r\n\r\n{`;
    await exchange(server.port, [head], 100).catch(() => {});
  }
});

describe.each(named(routes))("$name", ({ name, row }) => {
  test("answers other methods with 405 and what is allowed", async () => {
    const allowed = routes.filter(({ path }) => path === row.path).map(({ method }) => method.toUpperCase());
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "PROPFIND", "TRACE"]) {
      if (allowed.includes(method)) continue;
      const head = `${method} ${fill(row)} HTTP/1.1\r\n${headersOf(row)}content-length: 0\r\n\r\n`;
      const answer = await exchange(server.port, [head]);
      expectProblem(answer, `${method} instead of ${name}`, "method_not_allowed");
      for (const each of allowed) expect(answer.headers.allow).toContain(each);
    }
    const options = await exchange(server.port, [`OPTIONS ${fill(row)} HTTP/1.1\r\n${headersOf(row)}\r\n`]);
    expect(options.status).toBe(204);
    expect(options.headers["access-control-allow-methods"]).toContain(allowed[0]);
  });

  test("takes no made-up id for anything", async () => {
    if (!row.path.includes(":")) return;
    const ids = [
      newId("conversation"),
      "c_0",
      "x".repeat(10_000),
      "%00",
      "%ff",
      "a%00b",
      "..%2f..",
      "%ed%a0%80",
      "'--",
      "💥",
    ];
    for (const id of ids) {
      const body = hasBody(row.method) && !row.takesFile ? '{"message":"x","title":"x","text":"\\u0000"}' : "";
      const type = body ? "content-type: application/json\r\n" : "";
      const query = row.byLink ? `?exp=9999999999&sig=${"x".repeat(43)}` : "";
      const target = `${fill(row, id)}${query}`;
      const head = `${row.method.toUpperCase()} ${target} HTTP/1.1\r\n${headersOf(row)}${type}content-length: ${body.length}\r\n\r\n`;
      const answer = await exchange(server.port, [head, body]);
      expect(answer.status, `${name} ${id.slice(0, 20)} ${answer.body}`).toBeGreaterThanOrEqual(400);
      expect(answer.status, `${name} ${id.slice(0, 20)} ${answer.body}`).toBeLessThan(500);
    }
  });

  test("believes no header that was made up", async () => {
    if (isOpen(row) || row.method === "delete") return;
    const lines = [
      `authorization: Bearer ${"x".repeat(9000)}`,
      "authorization: Basic eDp5",
      "authorization: Bearer gk_nothing",
      "authorization: Bearer a.b.c",
      "authorization: Bearer \u00e9",
      "x-forwarded-for: 1.2.3.4\r\n injected: folded",
      "x-request-id: \u00e9\u00ff",
      "accept: text/event-stream\u0000",
      "cookie: x=1",
    ];
    for (const line of lines) {
      const body = hasBody(row.method) ? "[]" : "";
      const head = `${row.method.toUpperCase()} ${fill(row, "x")} HTTP/1.1\r\nhost: x\r\norigin: ${origin}\r\n${line}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
      const answer = await exchange(server.port, [Buffer.from(head, "latin1"), body]);
      expect(answer.status, `${name} ${line.slice(0, 60)} ${answer.body}`).toBeLessThan(500);
      expect(Object.keys(answer.headers)).not.toContain("injected");
    }
  });
});
