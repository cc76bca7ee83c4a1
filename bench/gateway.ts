// npm run bench:gateway: what the gateway costs over the bare parts it is made of, all in one run on one machine.
// The last line is JSON; the exit code says whether every limit held. `--only a,b,f,g` measures some of it; `--seconds N` longer or shorter.
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
import { type Case, reportGateway } from "./gateway-report";
import { buildNoopApp } from "./noop-app";
import { articles, questions } from "./passages";
import { measureStreams, type Streams } from "./streams";
import { measure, type Result, type Sent, type Subject, startSubject } from "./subject";

const root = `${import.meta.dirname}/..`;
const ORIGIN = "https://bench.example";
const CONNECTIONS = 32;
const ROUNDS = 5;

const STREAMS = 1000;
/** Two pings of each stream. */
const STREAM_SECONDS = 32;

const { values } = parseArgs({
  options: { only: { type: "string", default: "a,b,c,d,e,f,g,h,i" }, seconds: { type: "string", default: "10" } },
});
const wanted = new Set(values.only.split(",")) as Set<Case>;
const load = { connections: CONNECTIONS, warmUpSeconds: 1, seconds: Number(values.seconds) / ROUNDS };

const services = await findServices();
// What was named and does not answer is not used either.
if (services.TEST_DATABASE_URL) process.env.TEST_DATABASE_URL = services.TEST_DATABASE_URL;
else delete process.env.TEST_DATABASE_URL;
const database = await freshDatabase();
const kind = services.TEST_DATABASE_URL ? "postgres" : "embedded";
const env = {
  ...process.env,
  DATABASE_URL: database.url,
  REDIS_URL: services.TEST_REDIS_URL ?? "",
  NODE_ENV: "production" as const,
  LOG_LEVEL: "error",
  GATEHOUSE_SECRET: randomBytes(32).toString("base64"),
  GATEHOUSE_VAULT_KEY: randomBytes(32).toString("base64"),
  GATEHOUSE_LIMIT_SCALE: "1000000",
};
let streams: Streams | undefined;
const results: Partial<Record<Case, Result[]>> = {};
const product = buildProduct(parseEnvironment(env));
try {
  await migrate(database.url, `${root}/prisma/migrations`);
  await run(product);
  const about = { connections: CONNECTIONS, seconds: load.seconds, database: kind } as const;
  if (!reportGateway(results, streams, about)) process.exitCode = 1;
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
  const together = () => startSubject(() => [`${root}/dist/console.mjs`], env);
  const inside = () =>
    startSubject((port) => [`${root}/node_modules/next/dist/bin/next`, "start", "-p", String(port)], env);

  const noop = wanted.has("c") ? buildNoopApp() : undefined;
  const subjects: Subject[] = [];
  const started = async (cases: Case[], start: () => Promise<Subject>) => {
    if (!cases.some((each) => wanted.has(each))) return undefined;
    const subject = await start();
    subjects.push(subject);
    return subject;
  };
  try {
    const plain = await started(["a", "b"], bare);
    const gateway = await started(["f", "g"], alone);
    const house = await started(["d", "e"], together);
    const route = await started(["i"], inside);
    const empty = noop && (await started(["c"], () => startSubject((port) => noop.start(port), env)));
    const session = [[sessionRequest(siteKey)]];
    const talk = (subject: Subject | undefined) => subject && conversationRequests(subject, siteKey);
    const load: [Case, Subject | undefined, Sent[][] | undefined][] = [
      ["a", plain, [[{ path: "/session", headers: bearer(token), body: "{}" }]]],
      ["f", gateway, session],
      ["b", plain, await bareMessages(tenantId, token)],
      ["g", gateway, await talk(gateway)],
      ["c", empty, [[{ path: "/noop", headers: json(), body: "{}" }]]],
      ["d", house, session],
      ["i", route, session],
      ["e", house, await talk(house)],
    ];
    // In turns, so that whatever else the machine does falls on all of them.
    for (let round = 0; round < ROUNDS; round++)
      for (const [name, subject, requests] of load) if (subject && requests) await take(name, subject, requests);
  } finally {
    await Promise.all(subjects.map((subject) => subject.stop()));
    noop?.remove();
  }
  if (!values.only.split(",").includes("h")) return;
  const subject = await alone();
  const paths = await streamPaths(tenantId, siteKey);
  streams = await measureStreams(subject, paths, ORIGIN, STREAM_SECONDS).finally(() => subject.stop());
}

async function take(name: Case, subject: Subject, requests: Sent[][]): Promise<void> {
  if (!wanted.has(name)) return;
  const taken = results[name] ?? [];
  results[name] = taken;
  taken.push(await measure(subject, requests, load));
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
