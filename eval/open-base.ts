// A throw-away installation for measuring, and one public set in a tenant of its own.
import { measureTopic } from "@/core/answer/measure-topic";
import { admitOperator, type Member } from "@/core/member/member";
import type { Product } from "@/core/product";
import { addTextSource } from "@/core/source/add-text-source";
import { createTenantAsOperator } from "@/core/tenant/create-tenant";
import { parseEnvironment } from "@/env";
import { openEmbedded } from "@/store/embedded";
import { migrate } from "@/store/migrate";
import { type PassageHit, searchPassages } from "@/store/search-passages";
import { buildProduct } from "@/wiring";
import type { EvalSet } from "./read-set";

const root = `${import.meta.dirname}/..`;

export interface Installation {
  product: Product;
  database: "Postgres" | "embedded";
  /** Where its database listens. */
  url: string;
  close(): Promise<void>;
}

/** On `DATABASE_URL`, or an embedded database in memory. */
export async function openInstallation(): Promise<Installation> {
  const given = process.env.DATABASE_URL;
  const embedded = given
    ? null
    : await openEmbedded("memory://", { server: ["--import", "tsx", `${root}/src/store/embedded-server.ts`] });
  const DATABASE_URL = given || embedded?.url || "";
  await migrate(DATABASE_URL, `${root}/prisma/migrations`);
  const secrets = { GATEHOUSE_SECRET: "x".repeat(32), GATEHOUSE_VAULT_KEY: Buffer.alloc(32).toString("base64") };
  const product = buildProduct(parseEnvironment({ ...secrets, ...process.env, DATABASE_URL, LOG_LEVEL: "silent" }));
  return {
    product,
    database: given ? "Postgres" : "embedded",
    url: DATABASE_URL,
    async close() {
      await product.close();
      await embedded?.close();
    },
  };
}

export interface Base {
  set: EvalSet;
  search(question: string, most: number): Promise<PassageHit[]>;
  /** Where the set's topic ends, measured as the worker does. */
  topicLine: number;
  /** Ids of the set's documents for what was found, best first, each once. */
  toDocuments(hits: PassageHit[]): string[];
  ingestPerSecond: number;
}

/** Ingests the set's corpus as texts, through the product's own verb. */
export async function openBase({ product }: Installation, set: EvalSet): Promise<Base> {
  const { tenantId } = await createTenantAsOperator(product, { name: set.name.slice(0, 80) }, null);
  const member: Member = await admitOperator(product, tenantId);
  const documents = new Map<string, string>();
  const began = performance.now();
  for (const document of set.corpus) {
    const title = document.title.slice(0, 200) || document._id;
    documents.set((await addTextSource(member, { title, text: document.text || title })).id, document._id);
  }
  const seconds = (performance.now() - began) / 1000;
  const topicLine = await measureTopic(member);
  return {
    set,
    topicLine,
    search: (question, most) => member.database.sql((sql) => searchPassages(sql, { question }, most)),
    toDocuments: (hits) => [...new Set(hits.map((hit) => documents.get(hit.sourceId) ?? ""))],
    ingestPerSecond: Math.round(set.corpus.length / seconds),
  };
}
