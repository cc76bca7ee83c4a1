// How fast the console is for a tenant with years of use:
//   npm run bench:console [-- --rounds 30] [-- --only search] [-- --conversations 100000] [-- --database postgres://… --tenant ten_…]
// Every list's first page and every search through the router in process, the Overview as the built console renders it,
// on a throw-away database of the server of TEST_DATABASE_URL or of this machine. `--database` with `--tenant` takes one
// that bench/many-rows.ts has filled. Prints a table, then JSON; ends with 1 when something took longer than it may.
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { createCaller } from "@/console/router";
import { toSignInCookie } from "@/console/sign-in";
import { admitAccount } from "@/core/account/account";
import { createUser } from "@/core/account/create-user";
import { signIn } from "@/core/account/sign-in";
import type { Product } from "@/core/product";
import { createTenantAsOperator } from "@/core/tenant/create-tenant";
import { rollUpUsage } from "@/core/usage/roll-up-usage";
import { type Environment, parseEnvironment } from "@/env";
import { migrate } from "@/store/migrate";
import { buildProduct } from "@/wiring";
import { percentile } from "../eval/measures";
import { findServices } from "../scripts/real-services.mjs";
import { freshDatabase } from "../tests/fresh-database";
import { putManyRows } from "../tests/many-rows";
import { ask, findOwn, lists } from "./console-lists";
import { startSubject } from "./subject";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "30" },
    only: { type: "string", default: "" },
    conversations: { type: "string", default: "100000" },
    database: { type: "string" },
    tenant: { type: "string" },
  },
});
const WARM_UP = 3;
const OVERVIEW_MS = 300;
const root = `${import.meta.dirname}/..`;

interface Figure {
  name: string;
  p50ms: number;
  p95ms: number;
  limitMs: number;
}

async function measure(name: string, limitMs: number, ask: (turn: number) => Promise<unknown>): Promise<Figure> {
  const times: number[] = [];
  for (let turn = 0; turn < WARM_UP + Number(values.rounds); turn++) {
    const began = performance.now();
    await ask(turn);
    if (turn >= WARM_UP) times.push(performance.now() - began);
  }
  const [p50ms, p95ms] = [0.5, 0.95].map((share) => Number(percentile(times, share).toFixed(1))) as [number, number];
  return { name, p50ms, p95ms, limitMs };
}

/** The owner of the tenant, signed in; and the cookie of that. */
async function openTenant(product: Product, env: Environment, tenantId: string | undefined) {
  const email = `bench-${Date.now()}@example.com`;
  const password = crypto.randomUUID();
  const { userId } = await createUser(product, { email, password });
  const { secret } = await signIn(product, { email, password }, { userAgent: "bench", address: "127.0.0.1" });
  const role = { userId, role: "owner" };
  if (tenantId)
    await product.database.tenant(tenantId).transaction((tx) => tx.membership.create({ data: { tenantId, ...role } }));
  const cookie = await toSignInCookie(product, env.secret, secret);
  return {
    account: await admitAccount(product, secret),
    tenantId: tenantId ?? (await createTenantAsOperator(product, { name: "Bench" }, userId)).tenantId,
    cookie: `${cookie.name}=${cookie.value}`,
  };
}

async function run(url: string, filled: string | undefined): Promise<Figure[]> {
  const secrets = { GATEHOUSE_SECRET: "x".repeat(32), GATEHOUSE_VAULT_KEY: Buffer.alloc(32).toString("base64") };
  const settings = {
    ...secrets,
    ...process.env,
    DATABASE_URL: url,
    LOG_LEVEL: "error",
    NODE_ENV: "production" as const,
  };
  const env = parseEnvironment(settings);
  await migrate(url, `${root}/prisma/migrations`);
  const product = buildProduct(env);
  try {
    const { account, tenantId, cookie } = await openTenant(product, env, filled);
    if (!filled) {
      const began = performance.now();
      await putManyRows(url, tenantId, {
        conversations: Number(values.conversations),
        messages: 10,
        sources: 10_000,
        passages: 3,
      });
      console.log(`filled in ${Math.round((performance.now() - began) / 1000)} s`);
    }
    await rollUpUsage(product);
    const device = { userAgent: "bench", address: "127.0.0.1" };
    const caller = createCaller({ product, account, device, sameOrigin: true, requestId: "bench" });
    const figures: Figure[] = [];
    const take = async (name: string, limitMs: number, ask: (turn: number) => Promise<unknown>) => {
      if (!name.includes(values.only)) return;
      const figure = await measure(name, limitMs, ask);
      figures.push(figure);
      const { p50ms, p95ms } = figure;
      const said = [p50ms, p95ms, limitMs].map((ms) => String(ms).padStart(9)).join("");
      console.log(`${name.padEnd(38)}${said}${p95ms > limitMs ? "  too slow" : ""}`);
    };
    console.log(`${"milliseconds".padEnd(38)}      p50      p95    limit`);
    const own = await findOwn(caller, tenantId);
    for (const [name, asked] of Object.entries(lists))
      await take(name, asked.limitMs, (turn) => ask(caller, asked, tenantId, own, turn));
    await overviewByHttp(settings, `/${tenantId}`, cookie, take);
    return figures;
  } finally {
    await product.close();
  }
}

type Take = (name: string, limitMs: number, ask: () => Promise<unknown>) => Promise<void>;

async function overviewByHttp(settings: NodeJS.ProcessEnv, path: string, cookie: string, take: Take): Promise<void> {
  if (!"overview page".includes(values.only)) return;
  const subject = await startSubject(() => [`${root}/dist/console.mjs`], settings);
  try {
    await take("overview page", OVERVIEW_MS, async () => {
      const response = await fetch(`http://localhost:${subject.port}${path}`, {
        headers: { cookie },
        redirect: "manual",
      });
      const page = await response.text();
      if (response.status !== 200 || !page.includes("Overview"))
        throw new Error(`the page answered ${response.status}`);
    });
  } finally {
    await subject.stop();
  }
}

async function main(): Promise<boolean> {
  const { database: named, tenant } = values;
  const { TEST_DATABASE_URL: server } = await findServices();
  if (!server) throw new Error("This takes a Postgres: name one in TEST_DATABASE_URL.");
  process.env.TEST_DATABASE_URL = server;
  const database = named ? { url: named, close: async () => {} } : await freshDatabase();
  try {
    const figures = await run(database.url, tenant);
    const load = loadavg().map((each) => Number(each.toFixed(1)));
    console.log(
      JSON.stringify({ conversations: Number(values.conversations), rounds: Number(values.rounds), figures, load }),
    );
    return figures.every(({ p95ms, limitMs }) => p95ms <= limitMs);
  } finally {
    await database.close();
  }
}

main().then(
  (ok) => process.exit(ok ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
