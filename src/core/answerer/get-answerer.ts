import { type Member, requireRole } from "@/core/member/member";
import { listUsage } from "@/store/answer-usage-rows";
import { type EmbeddingProgress, readProgress } from "@/store/embedding-rows";
import { sumEmbeddingUse } from "@/store/embedding-use-rows";
import { findEmbeddingName } from "./choose-model";
import { toAnswererSettings } from "./settings";

/** Who answers the tenant's visitors; of keys only the last four characters. With the last 30 days' use. Admins and owners. */
export async function getAnswerer(member: Member) {
  requireRole(member, "admin");
  const { product, tenantId } = member;
  const row = await member.database.transaction((tx) =>
    tx.tenant.findUnique({ where: { id: tenantId }, select: { answerer: true } }),
  );
  const whole = toAnswererSettings(row?.answerer);
  const { sealedKey, embeddingSealedKey, ...settings } = whole;
  const name = findEmbeddingName(whole, product);
  const since = new Date(product.now() - 30 * 24 * 3600_000);
  const usage = await member.database.sql((sql) => listUsage(sql, since));
  const embedding: EmbeddingProgress | null = name ? await member.database.sql((sql) => readProgress(sql, name)) : null;
  const { answers, embeddings } = product.platformModels;
  return {
    ...settings,
    hasKey: sealedKey !== null,
    hasEmbeddingKey: embeddingSealedKey !== null,
    platform: { model: answers?.model ?? null, embeddingModel: embeddings?.model ?? null },
    usage,
    /** How far the passages are embedded; null without embeddings. */
    embedding,
    embeddingUse: await member.database.sql((sql) => sumEmbeddingUse(sql, since)),
  };
}
