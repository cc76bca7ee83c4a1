// How fast one tenant's search is beside others', and how fast knowledge goes in:
//   node scripts/run.mjs bench/search.ts [--large 100000] [--others 11] [--small 10000] [--questions 400]
// On the server of TEST_DATABASE_URL, or embedded; --large 0 leaves the large tenant out. Texts are made as zipf.ts tells.
// Beside the time stands the processor time of the Postgres on this machine, which other work on it does not lengthen. The
// last line is JSON; the exit code says whether every limit of search-limits.ts holds.
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { fuseHits } from "@/core/answer/fuse-hits";
import { newId } from "@/core/id/id";
import { admitOperator, type Member } from "@/core/member/member";
import type { Product } from "@/core/product";
import { addTextSource } from "@/core/source/add-text-source";
import { createTenantAsOperator } from "@/core/tenant/create-tenant";
import { parseEnvironment } from "@/env";
import { hasVectors, listUnembedded, saveEmbeddings } from "@/store/embedding-rows";
import { migrate } from "@/store/migrate";
import { insertPassages } from "@/store/passage-rows";
import { searchByMeaning } from "@/store/search-meaning";
import { searchPassages } from "@/store/search-passages";
import { buildProduct } from "@/wiring";
import { percentile } from "../eval/measures";
import { freshDatabase } from "../tests/fresh-database";
import { checkSearchLimits, type SearchFigures } from "./search-limits";
import { makeQuestion, makeText } from "./zipf";

const WORDS = 250;
const BATCH = 250;

async function openTenant(product: Product, name: string): Promise<Member> {
  return admitOperator(product, (await createTenantAsOperator(product, { name }, null)).tenantId);
}

/** Passages straight into their table, beside the work that reading a text takes. */
async function fill(member: Member, passages: number): Promise<number> {
  const { id } = await addTextSource(member, { title: "All", text: makeText(20) });
  const began = performance.now();
  for (let done = 0; done < passages; done += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, passages - done) }, (_, i) => ({
      id: newId("passage"),
      position: done + i + 1,
      title: makeText(4),
      headings: [],
      url: null,
      anchor: null,
      text: makeText(WORDS),
      contentHash: String(done + i),
    }));
    await member.database.transaction((tx) => insertPassages(tx, member.tenantId, id, rows));
  }
  return Math.round((1000 * passages) / (performance.now() - began));
}

/** The whole way of a text of twenty passages: cutting, hashing, rows, audit. */
async function measureIngest(member: Member): Promise<number> {
  const texts = Array.from({ length: 10 }, () =>
    Array.from({ length: 20 }, () => `## ${makeText(3)}\n\n${makeText(WORDS)}`).join("\n\n"),
  );
  const began = performance.now();
  for (const text of texts) await addTextSource(member, { title: makeText(4), text });
  return Math.round((1000 * texts.length * 20) / (performance.now() - began));
}

const WARM_UP = 20;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

async function measureTimes(member: Member, questions: number, find: (question: string) => Promise<unknown>) {
  const times: number[] = [];
  const backends = new Set<number>();
  let before = 0;
  for (let n = -WARM_UP; n < questions; n++) {
    if (n === 0) before = toProcessorMs(backends);
    const question = makeQuestion();
    const began = performance.now();
    await find(question);
    if (n >= 0) times.push(performance.now() - began);
    else {
      const { rows } = await member.database.sql((sql) => sql.query<{ pid: number }>("SELECT pg_backend_pid() AS pid"));
      for (const { pid } of rows) backends.add(pid);
    }
  }
  const round = (value: number) => Number(value.toFixed(1));
  const processorMs = process.env.TEST_DATABASE_URL ? (toProcessorMs(backends) - before) / questions : null;
  return {
    p50ms: round(percentile(times, 0.5)),
    p95ms: round(percentile(times, 0.95)),
    processorMs: processorMs && round(processorMs),
  };
}

const measureSearch = (member: Member, questions: number) =>
  measureTimes(member, questions, (question) => member.database.sql((sql) => searchPassages(sql, { question }, 8)));

/** As many numbers as the vectors of widespread models have. */
const DIMENSIONS = 1536;
const MODEL = "bench";

/** By words and meaning, as an answer asks; vectors point anywhere, which makes none easier to find. Null without pgvector. */
async function measureMeaning(member: Member, questions: number) {
  const { database, tenantId } = member;
  if (!(await database.sql(hasVectors))) return null;
  const vector = () => Array.from({ length: DIMENSIONS }, () => Math.random() - 0.5);
  for (let last = ""; ; ) {
    const passages = await database.sql((sql) => listUnembedded(sql, MODEL, BATCH, last));
    if (passages.length === 0) break;
    const made = passages.map(({ id: passageId }) => ({ passageId, embedding: vector() }));
    await database.sql((sql) => saveEmbeddings(sql, tenantId, MODEL, made));
    last = passages.at(-1)?.id ?? "";
  }
  const line = { far: 0.1, line: 0.2, near: 0.6 };
  return measureTimes(member, questions, async (question) => {
    const [byWords, hits] = await Promise.all([
      database.sql((sql) => searchPassages(sql, { question }, 24)),
      database.sql((sql) => searchByMeaning(sql, MODEL, vector(), 24)),
    ]);
    return fuseHits(byWords, { hits, line }, 8);
  });
}

/** Of these processes until now; 0 for those of another machine. */
function toProcessorMs(pids: Set<number>): number {
  let ticks = 0;
  for (const pid of pids) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // Not here.
    }
  }
  return ticks * TICK_MS;
}

/** Returns whether every limit holds. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      large: { type: "string", default: "100000" },
      others: { type: "string", default: "11" },
      small: { type: "string", default: "10000" },
      questions: { type: "string", default: "400" },
    },
  });
  const database = await freshDatabase();
  await migrate(database.url, `${import.meta.dirname}/../prisma/migrations`);
  const secrets = { GATEHOUSE_SECRET: "x".repeat(32), GATEHOUSE_VAULT_KEY: Buffer.alloc(32).toString("base64") };
  const product = buildProduct(
    parseEnvironment({ ...secrets, ...process.env, DATABASE_URL: database.url, LOG_LEVEL: "silent" }),
  );
  try {
    const small = await openTenant(product, "Small");
    const smallPerSecond = await fill(small, Number(values.small));
    const smallAlone = await measureSearch(small, Number(values.questions));
    console.log({ passages: Number(values.small), smallPerSecond, smallAlone });
    for (let n = 1; n < Number(values.others); n++)
      await fill(await openTenant(product, `Other ${n}`), Number(values.small));
    const large = await openTenant(product, "Large");
    const largePerSecond = Number(values.large) > 0 ? await fill(large, Number(values.large)) : null;
    const ingestPerSecond = await measureIngest(large);
    const figures: SearchFigures = {
      database: process.env.TEST_DATABASE_URL ? "Postgres" : "embedded",
      ingestPerSecond,
      small: await measureSearch(small, Number(values.questions)),
      large: Number(values.large) > 0 ? await measureSearch(large, Number(values.questions)) : null,
      meaning: await measureMeaning(small, Number(values.questions)),
    };
    const limits = checkSearchLimits(figures);
    console.table(limits);
    if (!figures.meaning) console.log("by meaning: skipped, this database has no pgvector");
    const passages = { large: Number(values.large), others: Number(values.others), small: Number(values.small) };
    const rowsPerSecond = { small: smallPerSecond, large: largePerSecond };
    const load = loadavg().map((value) => Number(value.toFixed(1)));
    console.log(JSON.stringify({ ...figures, passages, rowsPerSecond, smallAlone, load, limits }));
    return limits.every(({ holds }) => holds);
  } finally {
    await product.close();
    await database.close();
  }
}

main().then(
  (holds) => process.exit(holds ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
