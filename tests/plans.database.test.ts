// No list of the console reads other tenants' rows to find its own: every statement's plan is looked at as Postgres carries
// it out, those within functions too. Plans depend on how much there is, so another tenant has plenty.
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ask, findOwn, lists, type Own } from "../bench/console-lists";
import { createCaller } from "../src/console/router";
import { listConversations } from "../src/core/conversation/list-conversations";
import type { Member } from "../src/core/member/member";
import { rollUpUsage } from "../src/core/usage/roll-up-usage";
import { table } from "./console/procedures";
import { freshProduct, freshTenant } from "./fresh-tenant";
import { putManyRows } from "./many-rows";
import { openOwnDatabase } from "./own-database";

const BIG = new Set([
  ...["message", "conversation", "passage", "source", "audit_entry", "session", "refusal", "visitor"],
  ...["feedback", "answer_usage", "webhook_delivery", "term", "use_count", "usage_day", "crawl_page", "api_key"],
]);

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  Plans?: Plan[];
}

const plans: { "Query Text": string; Plan: Plan }[] = [];
const { emit } = pg.Client.prototype;
let caller: ReturnType<typeof createCaller>;
let tenantId: string;
let busy: Member;
let own: Own;

const onPostgres = process.env.TEST_DATABASE_URL !== undefined;
if (!onPostgres) console.warn("Plans are not looked at: the embedded database has no auto_explain. Name a Postgres.");

beforeAll(async () => {
  if (!onPostgres) return;
  await openOwnDatabase();
  const url = process.env.DATABASE_URL ?? "";
  await explainEverything(url);
  const product = freshProduct();
  const other = await freshTenant(product);
  const tenant = await freshTenant(product);
  tenantId = tenant.tenantId;
  busy = other.owner;
  await putManyRows(url, other.tenantId, { conversations: 3000, messages: 8, sources: 1500, passages: 2 });
  await putManyRows(url, tenantId, { conversations: 60, messages: 8, sources: 30, passages: 2 });
  const device = { userAgent: "test", address: "127.0.0.1" };
  caller = createCaller({ product, account: tenant.account, device, sameOrigin: true, requestId: "plans" });
  // Complete days are rows of their own.
  await rollUpUsage(product);
  own = await findOwn(caller, tenantId);
  vi.spyOn(pg.Client.prototype, "emit").mockImplementation(function (this: pg.Client, event, ...args: unknown[]) {
    const [notice] = args as { message?: string }[];
    const plan = event === "notice" && notice?.message?.split("plan:\n")[1];
    if (plan) plans.push(JSON.parse(plan));
    return emit.call(this, event, ...args);
  });
}, 120_000);
afterAll(() => {
  vi.restoreAllMocks();
});

/** Connections made from now on are told the plan of everything they ask. */
async function explainEverything(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const settings = { log_min_duration: "0", log_format: "json", log_level: "notice", log_nested_statements: "on" };
  try {
    const name = (await client.query<{ name: string }>("SELECT current_database() AS name")).rows[0]?.name;
    await client.query(`ALTER DATABASE ${name} SET session_preload_libraries = 'auto_explain'`);
    // Its settings can be named once it is there.
    await client.query("LOAD 'auto_explain'");
    for (const [setting, value] of Object.entries(settings))
      await client.query(`ALTER DATABASE ${name} SET auto_explain.${setting} = '${value}'`);
  } finally {
    await client.end();
  }
}

function readWhole(plan: Plan): string[] {
  const own = plan["Node Type"] === "Seq Scan" && BIG.has(plan["Relation Name"] ?? "");
  return [...(own ? [plan["Relation Name"] ?? ""] : []), ...(plan.Plans ?? []).flatMap(readWhole)];
}

const asked = onPostgres ? Object.entries(lists) : [];

/** Named with what they read that is no table of tenants, or that is to be read whole. */
const notLists = new Map([["audit.verify", "reads the whole chain: that is what it is for"]]);

test("every query of a tenant's is asked", () => {
  const queries = table.filter(({ type, open }) => type === "query" && open === "member").map(({ path }) => path);
  const known = new Set([...Object.values(lists).map(({ path }) => path), ...notLists.keys()]);
  expect(queries.filter((path) => !known.has(path))).toEqual([]);
  expect(queries.length).toBeGreaterThan(25);
});

test.skipIf(!onPostgres).each(asked)("%s: by indexes", async (_name, one) => {
  plans.length = 0;
  const answer = (await ask(caller, one, tenantId, own, 2)) as { next?: string | null } | undefined;
  expect(answer).toBeDefined();
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.flatMap((each) => readWhole(each.Plan).map((table) => ({ table, by: each["Query Text"] })))).toEqual([]);
});

test.skipIf(!onPostgres)("words that stand nearly everywhere are found page by page, none left out", async () => {
  const found: string[] = [];
  let before: string | undefined;
  do {
    const page = await listConversations(busy, { search: "par ver", limit: 200, ...(before && { before }) });
    found.push(...page.conversations.map(({ id }) => id));
    before = page.next ?? undefined;
  } while (before);
  const { rows } = await busy.database.sql((sql) =>
    sql.query<{ id: string; messages: string }>(
      `SELECT c.id, m.messages FROM conversation c, LATERAL (SELECT count(*) AS messages FROM message
         WHERE conversation_id = c.id AND content ~ '\\mpar' AND content ~ '\\mver') m WHERE m.messages > 0
        ORDER BY c.last_message_at DESC, c.id DESC`,
    ),
  );
  // More than are looked up by their ids.
  expect(rows.reduce((sum, { messages }) => sum + Number(messages), 0)).toBeGreaterThan(5000);
  expect(found).toEqual(rows.map(({ id }) => id));
});

test.skipIf(!onPostgres)("a whole table that is read would be seen", async () => {
  plans.length = 0;
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("SELECT count(content) FROM message").finally(() => client.end());
  expect(plans.flatMap(({ Plan }) => readWhole(Plan))).toEqual(["message"]);
});
