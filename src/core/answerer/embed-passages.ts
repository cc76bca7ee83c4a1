import { maskSecrets } from "@/core/answer/mask-secrets";
import { measureMeaning } from "@/core/answer/measure-meaning";
import type { Member } from "@/core/member/member";
import {
  hasVectors,
  listUnembedded,
  releaseDue,
  renewTaken,
  saveEmbeddings,
  settleDue,
  type Taken,
} from "@/store/embedding-rows";
import { addEmbeddingUse } from "@/store/embedding-use-rows";
import { chooseEmbedding, toEmbeddingName } from "./choose-model";
import { toAnswererSettings } from "./settings";

const BATCH = 32;
/** Then another tenant's turn comes. */
const BATCHES_OF_A_TURN = 20;
const PATIENCE_MS = 60_000;
/** How long a worker that dies keeps others away: longer than a batch may take. */
export const TAKEN_MS = 120_000;
/** Characters of a passage that are embedded; the longest is far shorter. */
const MOST_CHARACTERS = 8000;

/**
 * One turn of a tenant's: embeds what its model has not embedded yet, a batch at a time. What was done stays done, whoever
 * takes it up again goes on from there; with each batch the work is kept from others anew, and left where another has it. A
 * tenant without embeddings, and a database without vectors, is nothing to do. Returns how many passages were embedded.
 * Throws what the provider refuses.
 */
export async function embedPassages(member: Member, taken: Taken): Promise<number> {
  const { database, product, tenantId } = member;
  let embedded = 0;
  let last = "";
  for (let batch = 0; batch < BATCHES_OF_A_TURN; batch++) {
    const service = await findService(member);
    const name = service && toEmbeddingName(service);
    const passages = name
      ? await database.sql(async (sql) => ((await hasVectors(sql)) ? listUnembedded(sql, name, BATCH, last) : []))
      : [];
    if (passages.length === 0 && last !== "") {
      // What came meanwhile may stand before.
      last = "";
      continue;
    }
    if (!service || !name || passages.length === 0) {
      if (service) await measureMeaning(member, service);
      await database.sql((sql) => settleDue(sql, taken));
      return embedded;
    }
    const texts = passages.map(({ title, headings, text }) =>
      maskSecrets([title, ...headings, text].join("\n")).slice(0, MOST_CHARACTERS),
    );
    const { vectors, tokens } = await product.models.embed(service, texts, AbortSignal.timeout(PATIENCE_MS));
    const made = passages.map(({ id: passageId }, i) => ({ passageId, embedding: vectors[i] ?? [] }));
    const isOurs = await database.sql(async (sql) => {
      await saveEmbeddings(sql, tenantId, name, made);
      await addEmbeddingUse(sql, tenantId, { model: name, purpose: "passages", tokens, now: new Date(product.now()) });
      return renewTaken(sql, taken, new Date(product.now() + TAKEN_MS));
    });
    embedded += made.length;
    if (!isOurs) return embedded;
    last = passages.at(-1)?.id ?? "";
  }
  await database.sql((sql) => releaseDue(sql, taken));
  return embedded;
}

/** Asked before every batch: the settings may change meanwhile. */
async function findService({ database, product, tenantId }: Member) {
  const row = await database.transaction((tx) =>
    tx.tenant.findUnique({ where: { id: tenantId }, select: { answerer: true } }),
  );
  return chooseEmbedding({ tenantId, product }, toAnswererSettings(row?.answerer));
}
