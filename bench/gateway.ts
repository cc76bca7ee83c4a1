// npm run bench:gateway: what the gateway costs over the bare parts it is made of, all in one run on one machine.
// The last line is JSON. `--only a,b,f,g` measures some of it; `--seconds N` longer or shorter.
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { SignJWT } from "jose";
import { admitOperator } from "@/core/member/member";
import type { Product } from "@/core/product";
import { addTextSource } from "@/core/source/add-text-source";
import { createTenantAsOperator } from "@/core/tenant/create-tenant";
import { parseEnvironment } from "@/env";
import { migrate } from "@/store/migrate";
import { buildProduct } from "@/wiring";
import { findServices } from "../scripts/real-services.mjs";
import { freshDatabase } from "../tests/fresh-database";
import { buildNoopApp } from "./noop-app";
import { articles, questions } from "./passages";
import { measureStreams, type Streams } from "./streams";
import { measure, type Result, type Sent, type Subject, startSubject } from "./subject";

const root = `${import.meta.dirname}/..`;
const ORIGIN = "https://bench.example";
const CONNECTIONS = 32;

const names = {
  a: "bare: token, one select",
  b: "bare: token, a message's SQL",
  c: "a no-op route inside Next",
  d: "POST /sessions inside Next",
  e: "POST /conversations/{id} inside Next",
  f: "POST /sessions alone",
  g: "POST /conversations/{id} alone",
} as const;
type Case = keyof typeof names;
const STREAMS = 1000;
/** Two pings of each stream. */
const STREAM_SECONDS = 32;

const { values } = parseArgs({
  options: { only: { type: "string", default: "a,b,c,d,e,f,g,h" }, seconds: { type: "string", default: "5" } },
});
const wanted = new Set(values.only.split(",")) as Set<Case>;
const load = { connections: CONNECTIONS, warmUpSeconds: 2, seconds: Number(values.seconds) };

const services = await findServices();
// What was named and does not answer is not used either.
if (services.TEST_DATABASE_URL) process.env.TEST_DATABASE_URL = services.TEST_DATABASE_URL;
else delete process.env.TEST_DATABASE_URL;
const database = await freshDatabase();
const kind = services.TEST_DATABASE_URL ? "postgres" : "embedded";
const env = {
  ...process.env,
  DATABASE_URL: database.url,
  REDIS_URL: "",
  NODE_ENV: "production" as const,
  LOG_LEVEL: "error",
  GATEHOUSE_SECRET: randomBytes(32).toString("base64"),
  GATEHOUSE_VAULT_KEY: randomBytes(32).toString("base64"),
  GATEHOUSE_LIMIT_SCALE: "1000000",
};
let streams: Streams | undefined;
const results: Partial<Record<Case, Result>> = {};
const product = buildProduct(parseEnvironment(env));
try {
  await migrate(database.url, `${root}/prisma/migrations`);
  await run(product);
  report();
} finally {
  await product.close();
  await database.close();
}

async function run(product: Product): Promise<void> {
  const { tenantId, siteKey } = await createTenantAsOperator(product, { name: "Bench", origins: [ORIGIN] }, null);
  const member = await admitOperator(product, tenantId);
  for (const article of articles) await addTextSource(member, article);
  await product.database.tenant(tenantId).sql((sql) => sql.query("ANALYZE passage").catch(() => undefined));

  const key = randomBytes(32).toString("hex");
  const token = await new SignJWT({ tenantId })
    .setProtectedHeader({ alg: "HS256" })
    .setExpirationTime("1h")
    .sign(Buffer.from(key));
  const bareEnv = { ...env, BENCH_KEY: key, BENCH_TENANT: tenantId };
  const bare = () => startSubject(() => ["--import", "tsx", `${import.meta.dirname}/bare-server.ts`], bareEnv);
  const alone = () => startSubject(() => [`${root}/dist/gateway.mjs`], env);
  const next = () =>
    startSubject((port) => [`${root}/node_modules/next/dist/bin/next`, "start", "-p", String(port)], env);

  await withSubject(["f", "g"], alone, async (subject) => {
    await take("f", subject, [[sessionRequest(siteKey)]]);
    await take("g", subject, await conversationRequests(subject, siteKey));
  });
  await withSubject(["a", "b"], bare, async (subject) => {
    await take("a", subject, [[{ path: "/session", headers: bearer(token), body: "{}" }]]);
    await take("b", subject, await bareMessages(tenantId, token));
  });
  await withSubject(["d", "e"], next, async (subject) => {
    await take("d", subject, [[sessionRequest(siteKey)]]);
    await take("e", subject, await conversationRequests(subject, siteKey));
  });
  if (values.only.split(",").includes("h")) {
    const subject = await alone();
    const paths = await streamPaths(tenantId, siteKey);
    streams = await measureStreams(subject, paths, ORIGIN, STREAM_SECONDS).finally(() => subject.stop());
  }
  if (!wanted.has("c")) return;
  const noop = buildNoopApp();
  try {
    const start = () => startSubject((port) => noop.start(port), env);
    await withSubject(["c"], start, (subject) =>
      take("c", subject, [[{ path: "/noop", headers: json(), body: "{}" }]]),
    );
  } finally {
    noop.remove();
  }
}

async function withSubject(cases: Case[], start: () => Promise<Subject>, run: (subject: Subject) => Promise<void>) {
  if (!cases.some((each) => wanted.has(each))) return;
  const subject = await start();
  await run(subject).finally(() => subject.stop());
}

async function take(name: Case, subject: Subject, requests: Sent[][]): Promise<void> {
  if (wanted.has(name)) results[name] = await measure(subject, requests, load);
}

function json(): Record<string, string> {
  return { "content-type": "application/json", origin: ORIGIN };
}

function bearer(token: string): Record<string, string> {
  return { ...json(), authorization: `Bearer ${token}` };
}

function sessionRequest(siteKey: string): Sent {
  return { path: "/api/v1/sessions", headers: json(), body: JSON.stringify({ siteKey }) };
}

/** A visitor with a session and a conversation for each connection. */
function conversationRequests(subject: Subject, siteKey: string): Promise<Sent[][]> {
  const ask = async (path: string, headers: Record<string, string>, body: object) => {
    const url = `http://127.0.0.1:${subject.port}/api/v1${path}`;
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, i) => {
      const { token } = await ask("/sessions", json(), { siteKey });
      const { conversationId } = await ask("/conversations", bearer(token), {
        message: questions[i % questions.length],
      });
      return questions.map((message) => ({
        path: `/api/v1/conversations/${conversationId}`,
        headers: bearer(token),
        body: JSON.stringify({ message }),
      }));
    }),
  );
}

async function bareMessages(tenantId: string, token: string): Promise<Sent[][]> {
  const rows = await product.database.tenant(tenantId).sql((sql) =>
    sql.query<{ id: string }>(
      `INSERT INTO conversation (id, tenant_id, origin)
       SELECT 'c_' || substr(md5(random()::text), 1, 22), $1, $2 FROM generate_series(1, ${CONNECTIONS}) RETURNING id`,
      [tenantId, ORIGIN],
    ),
  );
  return rows.rows.map(({ id }) =>
    questions.map((message) => ({
      path: "/message",
      headers: bearer(token),
      body: JSON.stringify({ conversationId: id, message }),
    })),
  );
}

async function streamPaths(tenantId: string, siteKey: string): Promise<string[]> {
  const rows = await product.database.tenant(tenantId).sql((sql) =>
    sql.query<{ id: string }>(
      `INSERT INTO conversation (id, tenant_id, origin)
       SELECT 'c_' || substr(md5(random()::text), 1, 22), $1, $2 FROM generate_series(1, ${STREAMS}) RETURNING id`,
      [tenantId, ORIGIN],
    ),
  );
  return rows.rows.map(({ id }) => `/api/v1/conversations/${id}/events?siteKey=${siteKey}`);
}

function report(): void {
  console.log(`${CONNECTIONS} connections, ${load.seconds} s each, database: ${kind}\n`);
  console.log(
    `${"".padEnd(42)}${["requests/s", "p50 ms", "p99 ms", "CPU µs/request"].map((t) => t.padStart(15)).join("")}`,
  );
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  const cases = (Object.keys(names) as Case[]).flatMap((name) => {
    const result = results[name];
    if (!result) return [];
    const { requestsPerSecond, p50, p99, cpuMicroseconds } = result;
    const cpu = cpuMicroseconds === null ? null : Math.round(cpuMicroseconds);
    const row = { requestsPerSecond: Math.round(requestsPerSecond), p50: round(p50, 2), p99: round(p99, 2), cpu };
    const cells = Object.values(row).map((value) => String(value ?? "-").padStart(15));
    console.log(`${name}  ${names[name]}`.padEnd(42) + cells.join(""));
    return [[name, { ...row, name: names[name] }] as const];
  });
  const ratio = (part: Case, whole: Case) => {
    const [over, under] = [results[part], results[whole]];
    return over && under ? round(over.requestsPerSecond / under.requestsPerSecond, 3) : null;
  };
  const ratios = { "f/a": ratio("f", "a"), "g/b": ratio("g", "b"), "d/c": ratio("d", "c") };
  if (streams) {
    const { openMib, idleMib, pings, lateP50, lateP99 } = streams;
    console.log(`h  ${STREAMS} open event streams: ${openMib} MiB (${idleMib} without), ${pings} pings,`);
    console.log(`   late by ${lateP50} ms (p50), ${lateP99} ms (p99)`);
  }
  const all = { database: kind, connections: CONNECTIONS, cases: Object.fromEntries(cases), ratios };
  console.log(JSON.stringify({ ...all, ...(streams ? { streams } : {}) }));
}
