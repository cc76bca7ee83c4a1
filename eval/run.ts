// Ranking quality on public sets, through the product's own ingest and search:
//   npm run eval -- FOLDER [FOLDER …]
// On an embedded database in memory, or a throw-away tenant of DATABASE_URL. Prints a table, then one line of JSON.

import { admitOperator } from "@/core/member/member";
import type { Product } from "@/core/product";
import { addTextSource } from "@/core/source/add-text-source";
import { createTenantAsOperator } from "@/core/tenant/create-tenant";
import { parseEnvironment } from "@/env";
import { openEmbedded } from "@/store/embedded";
import { migrate } from "@/store/migrate";
import { searchPassages } from "@/store/search-passages";
import { buildProduct } from "@/wiring";
import { mean, ndcg, percentile, recall } from "./measures";
import { type EvalSet, readSet } from "./read-set";

const root = `${import.meta.dirname}/..`;

async function measure(product: Product, set: EvalSet) {
  const { tenantId } = await createTenantAsOperator(product, { name: set.name.slice(0, 80) }, null);
  const member = await admitOperator(product, tenantId);
  const documents = new Map<string, string>();
  const began = performance.now();
  for (const document of set.corpus) {
    const title = document.title.slice(0, 200) || document._id;
    documents.set((await addTextSource(member, { title, text: document.text || title })).id, document._id);
  }
  const ingestSeconds = (performance.now() - began) / 1000;
  const asked = set.queries.filter(({ _id }) => set.relevant.has(_id));
  const results = [];
  for (const { _id, text } of asked) {
    const from = performance.now();
    const hits = await member.database.sql((sql) => searchPassages(sql, { question: text }, 30));
    const ms = performance.now() - from;
    const ranked = [...new Set(hits.map((hit) => documents.get(hit.sourceId) ?? ""))];
    const grades = set.relevant.get(_id) ?? new Map();
    results.push({ ms, ndcg10: ndcg(ranked, grades, 10), recall5: recall(ranked, grades, 5) });
  }
  const times = results.map(({ ms }) => ms);
  return {
    name: set.name,
    documents: set.corpus.length,
    queries: asked.length,
    ndcg10: round(mean(results.map(({ ndcg10 }) => ndcg10)), 4),
    recall5: round(mean(results.map(({ recall5 }) => recall5)), 4),
    p50ms: round(percentile(times, 0.5), 1),
    p95ms: round(percentile(times, 0.95), 1),
    ingestPerSecond: round(set.corpus.length / ingestSeconds, 0),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

async function main(folders: string[]): Promise<void> {
  if (folders.length === 0) throw new Error("Name one or more folders: npm run eval -- FOLDER [FOLDER …]");
  const evalSets = folders.map(readSet);
  const given = process.env.DATABASE_URL;
  const embedded = given
    ? null
    : await openEmbedded("memory://", { server: ["--import", "tsx", `${root}/src/store/embedded-server.ts`] });
  const DATABASE_URL = given || embedded?.url;
  await migrate(DATABASE_URL ?? "", `${root}/prisma/migrations`);
  const secrets = { GATEHOUSE_SECRET: "x".repeat(32), GATEHOUSE_VAULT_KEY: Buffer.alloc(32).toString("base64") };
  const product = buildProduct(parseEnvironment({ ...secrets, ...process.env, DATABASE_URL, LOG_LEVEL: "silent" }));
  try {
    const sets = [];
    for (const set of evalSets) sets.push(await measure(product, set));
    console.table(sets);
    console.log(`database: ${given ? "Postgres" : "embedded"}`);
    console.log(JSON.stringify({ sets }));
  } finally {
    await product.close();
    await embedded?.close();
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
