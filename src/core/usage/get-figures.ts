import { z } from "zod";
import type { Member } from "@/core/member/member";
import { listUsageRows, listUsersByQuestions, type UsageRow } from "@/store/usage-rows";

const DAY_MS = 24 * 3600_000;

export const GetFigures = z.object({ days: z.number().int().min(1).max(366).default(30) });
export type GetFigures = z.input<typeof GetFigures>;

export interface Figures {
  conversations: number;
  questions: number;
  answered: number;
  unanswered: number;
  escalated: number;
  flagged: number;
  refused: number;
  /** Mean time to a conversation's first answer; null where there was none. */
  firstAnswerMs: number | null;
}

/**
 * What happened in the last `days` days (UTC, today among them), by day without a gap, by origin and by identified user,
 * and in as many days before. Exact to the last request that was committed; refusals within a second.
 */
export async function getFigures(member: Member, input: GetFigures = {}) {
  const { days } = GetFigures.parse(input);
  const now = member.product.now();
  const list = listDays(now, days);
  const first = list[0] ?? toDay(now);
  const { rows, users } = await member.database.sql(async (sql) => ({
    rows: await listUsageRows(sql, toDay(now - (2 * days - 1) * DAY_MS), toDay(now + DAY_MS)),
    users: await listUsersByQuestions(sql, new Date(first), 10),
  }));
  const present = rows.filter(({ day }) => day >= first);
  const origins = [...new Set(present.map(({ origin }) => origin))].filter((origin) => origin !== "");
  return {
    total: sum(present),
    before: sum(rows.filter(({ day }) => day < first)),
    days: list.map((day) => ({ day, ...sum(present.filter((row) => row.day === day)) })),
    origins: origins
      .map((origin) => ({ origin, ...sum(present.filter((row) => row.origin === origin)) }))
      .sort((a, b) => b.questions - a.questions),
    users: users.map(({ user_id, ...rest }) => ({ userId: user_id, ...rest })),
  };
}

/** The last `count` days (UTC), today last: `2026-01-31`. */
export function listDays(now: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => toDay(now - (count - 1 - i) * DAY_MS));
}

function toDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function sum(rows: UsageRow[]): Figures {
  const of = (name: Exclude<keyof UsageRow, "day" | "origin">) => rows.reduce((total, row) => total + row[name], 0);
  const answers = of("first_answers");
  return {
    conversations: of("conversations"),
    questions: of("questions"),
    answered: of("answered"),
    unanswered: of("unanswered"),
    escalated: of("escalated"),
    flagged: of("flagged"),
    refused: of("refused"),
    firstAnswerMs: answers === 0 ? null : of("first_answer_ms") / answers,
  };
}
