// What we add between a model's first words and the visitor's, for every provider, while sentences that no passage backs are
// marked (words are shown as they come) and while they are left out (a sentence is shown once it is whole and checked):
//   node scripts/run.mjs bench/first-word.ts [--rounds 40]
// On the server of TEST_DATABASE_URL, or embedded. The model is a stand-in that speaks each provider's wire format and says
// its words at once; asked directly and through the gateway in turns. The last line is JSON; the exit code says whether
// every limit holds.
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { type Provider, providers } from "@/core/answerer/language-model";
import { updateAnswerer } from "@/core/answerer/update-answerer";
import { admitOperator } from "@/core/member/member";
import { addTextSource } from "@/core/source/add-text-source";
import { createTenantAsOperator } from "@/core/tenant/create-tenant";
import { parseEnvironment } from "@/env";
import { createGateway } from "@/gateway/gateway";
import { migrate } from "@/store/migrate";
import { buildProduct } from "@/wiring";
import { percentile } from "../eval/measures";
import { freshDatabase } from "../tests/fresh-database";
import { openModel } from "../tests/stand-in-model";

const ORIGIN = "https://www.example.com";
const MOST_ADDED_MS = 30;
const WARM_UP = 8;
/** As fast as models speak. */
const WORD_MS = 20;
const TEXT = "You can return any item within 30 days of delivery.";
const QUESTION = "Within how many days can I return an item?";
const modes = ["mark", "strip"] as const;
const words = TEXT.match(/\S+\s*/g) ?? [];

/** Milliseconds until what came first holds `sign`; the rest is read to its end. */
async function until(send: () => Promise<Response>, sign: RegExp): Promise<number> {
  const began = performance.now();
  const reader = (await send()).body?.getReader();
  const decoder = new TextDecoder();
  for (let text = ""; !sign.test(text); ) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    if (done) throw new Error(`It ended without ${sign}: ${text.slice(-500)}`);
    text += decoder.decode(value, { stream: true });
  }
  const took = performance.now() - began;
  for (let done = false; !done; ) done = (await reader?.read())?.done ?? true;
  return took;
}

const paths: Record<Provider, string> = {
  openai: "/responses",
  anthropic: "/messages",
  google: "/models/m:streamGenerateContent?alt=sse",
  "openai-compatible": "/chat/completions",
};

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "40" } } });
  const rounds = Number(values.rounds);
  const model = await openModel();
  const database = await freshDatabase();
  await migrate(database.url, `${import.meta.dirname}/../prisma/migrations`);
  const product = buildProduct(
    parseEnvironment({
      GATEHOUSE_SECRET: "x".repeat(32),
      GATEHOUSE_VAULT_KEY: Buffer.alloc(32).toString("base64"),
      GATEHOUSE_FETCH_ALLOW: model.host,
      GATEHOUSE_LIMIT_SCALE: "10000",
      DATABASE_URL: database.url,
      LOG_LEVEL: "silent",
    }),
  );
  const gateway = createGateway(product, () => "192.0.2.1");
  const rows = [];
  try {
    for (const provider of providers)
      for (const unsupported of modes) {
        const { siteKey, tenantId } = await createTenantAsOperator(product, { name: "Bench", origins: [ORIGIN] }, null);
        const member = await admitOperator(product, tenantId);
        await updateAnswerer(member, { provider, model: "m", baseUrl: model.url, unsupported });
        await addTextSource(member, { title: "Returns", text: TEXT });
        const ask = async () =>
          gateway.request("http://localhost:3000/api/v1/conversations", {
            method: "POST",
            headers: { origin: ORIGIN, "content-type": "application/json", accept: "text/event-stream" },
            body: JSON.stringify({ siteKey, message: QUESTION }),
          });
        const direct = () =>
          fetch(`${model.url}${paths[provider]}`, {
            method: "POST",
            body: JSON.stringify({ model: "m", stream: true }),
          });
        // A second sentence tells that the first one is over.
        const pieces = [...words, "It is free."];
        const times = { ours: [] as number[], theirs: [] as number[] };
        model.says = () => ({ pieces });
        for (let round = -WARM_UP; round < rounds; round++) {
          // What is shown first is compared with when the model had said as much.
          const theirs = await until(direct, unsupported === "mark" ? /You / : /free/);
          const ours = await until(ask, /event: message\.delta/);
          if (round < 0) continue;
          times.theirs.push(theirs);
          times.ours.push(ours);
        }
        model.says = () => ({ pieces, pauseMs: WORD_MS });
        const atSpeed = [];
        for (let round = 0; round < 5; round++) atSpeed.push(await until(ask, /event: message\.delta/));
        const added = percentile(times.ours, 0.5) - percentile(times.theirs, 0.5);
        rows.push({
          provider,
          unsupported,
          addedMs: round(added),
          limit: `≤ ${MOST_ADDED_MS}`,
          holds: added <= MOST_ADDED_MS,
          firstShownMs: round(percentile(atSpeed, 0.5)),
        });
      }
  } finally {
    await product.close();
    await database.close();
    model.close();
  }
  console.table(rows);
  console.log(`firstShownMs: until something is shown while the model says a word in ${WORD_MS} ms`);
  const load = loadavg().map(round);
  console.log(
    JSON.stringify({ database: process.env.TEST_DATABASE_URL ? "Postgres" : "embedded", rounds, rows, load }),
  );
  return rows.every(({ holds }) => holds);
}

const round = (value: number) => Number(value.toFixed(1));

main().then(
  (holds) => process.exit(holds ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
