import { asksModel } from "@/core/answerer/choose-model";
import { toAnswererSettings } from "@/core/answerer/settings";
import type { Member } from "@/core/member/member";
import { listModelUse, type ModelUseRow } from "@/store/answer-usage-rows";
import { GetFigures, listDays } from "./get-figures";

const MOST_SHOWN = 10;

export interface ModelUse {
  answers: number;
  /** Of these the ones in which the passages had to speak for themselves. */
  quoted: number;
  inputTokens: number;
  outputTokens: number;
  /** US dollars; null where no price is known. */
  costUsd: number | null;
  /** Median milliseconds to the model's first word. */
  firstTokenMs: number | null;
}

/**
 * What models were used for in the last `days` days (UTC, today among them): by day without a gap, and by model, origin
 * and identified user, the most used first. Erased conversations are not counted any more.
 */
export async function getModelUse(member: Member, input: GetFigures = {}) {
  const { days } = GetFigures.parse(input);
  const { database, product, tenantId } = member;
  const list = listDays(product.now(), days);
  const rows = await database.sql((sql) => listModelUse(sql, new Date(list[0] ?? 0)));
  const tenant = await database.transaction((tx) =>
    tx.tenant.findUnique({ where: { id: tenantId }, select: { answerer: true } }),
  );
  const of = (by: ModelUseRow["by"]) =>
    rows.filter((row) => row.by === by).map((row) => ({ key: row.key, ...toUse(row) }));
  const byDay = new Map(of("day").map((row) => [row.key, row]));
  const none = { answers: 0, quoted: 0, inputTokens: 0, outputTokens: 0, costUsd: null, firstTokenMs: null };
  const [all] = of("all");
  return {
    /** Whether a model answers now. */
    asksModel: asksModel(toAnswererSettings(tenant?.answerer), product),
    total: all && all.answers > 0 ? all : { key: "", ...none },
    days: list.map((day) => ({ day, ...none, ...byDay.get(day) })),
    models: of("model").slice(0, MOST_SHOWN),
    origins: of("origin").slice(0, MOST_SHOWN),
    users: of("user").slice(0, MOST_SHOWN),
  };
}

function toUse(row: ModelUseRow): ModelUse {
  const { answers, quoted, input_tokens, output_tokens, cost_usd, first_token_ms } = row;
  return {
    answers,
    quoted,
    inputTokens: input_tokens,
    outputTokens: output_tokens,
    costUsd: cost_usd,
    firstTokenMs: first_token_ms,
  };
}
