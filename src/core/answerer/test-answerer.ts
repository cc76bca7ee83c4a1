import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import { chooseModel } from "./choose-model";
import { toAnswererSettings } from "./settings";

const PATIENCE_MS = 15_000;
const perTenant = { name: "test-answerer", limit: 20, windowSeconds: 600 };

export type Tested = { ok: true; model: string; milliseconds: number } | { ok: false; reason: string };

/**
 * Asks the tenant's model one question, as it is set up and for real, and says what came of it. More than 20 times in
 * 10 minutes are `rate_limited`. Admins and owners.
 */
export async function testAnswerer(member: Member): Promise<Tested> {
  requireRole(member, "admin");
  const { product, tenantId, database } = member;
  const verdict = await product.limiter.take(perTenant, tenantId);
  if (!verdict.allowed) throw new Failure("rate_limited", { retryAfterSeconds: verdict.resetSeconds });
  const row = await database.transaction((tx) =>
    tx.tenant.findUnique({ where: { id: tenantId }, select: { answerer: true } }),
  );
  const began = performance.now();
  try {
    const service = chooseModel({ tenantId, product }, toAnswererSettings(row?.answerer));
    if (!service) return { ok: false, reason: "No model is set up: answers are the sentences of your sources." };
    const request = {
      system: "Answer with the one word: ready",
      messages: [{ role: "user" as const, content: "Are you there?" }],
      mostTokens: 200,
      signal: AbortSignal.timeout(PATIENCE_MS),
    };
    let said = "";
    for await (const part of product.models.stream(service, request)) if ("text" in part) said += part.text;
    if (said.trim() === "") return { ok: false, reason: "The model answered with nothing." };
    return { ok: true, model: service.model, milliseconds: Math.round(performance.now() - began) };
  } catch (error) {
    if (error instanceof Failure && error.code === "answer_unavailable") return { ok: false, reason: error.detail };
    throw error;
  }
}
