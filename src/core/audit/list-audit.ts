import { z } from "zod";
import { type Member, requireRole } from "@/core/member/member";
import { type AuditFilter, type AuditRow, listAuditFacets, listAuditRows } from "@/store/audit-rows";
import type { Detail } from "./record-audit";

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "A date such as 2026-01-31.")
  .refine((day) => !Number.isNaN(Date.parse(day)), "A date that exists.");

export const AuditWanted = z.object({
  actor: z.string().max(100).optional(),
  /** An action, or the beginning of several: `origin.`. */
  action: z.string().max(100).optional(),
  /** First and last day, UTC. */
  from: Day.optional(),
  to: Day.optional(),
});
export type AuditWanted = z.infer<typeof AuditWanted>;
export const ListAudit = AuditWanted.extend({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListAudit = z.input<typeof ListAudit>;

/** What members and the tenant's server did, newest first; `next` continues the list. Admins and owners. */
export async function listAudit(member: Member, input: ListAudit = {}) {
  requireRole(member, "admin");
  const { before, limit, ...wanted } = ListAudit.parse(input);
  const page = { before: before ?? null, limit: limit + 1 };
  const rows = await member.database.sql((sql) => listAuditRows(sql, toFilter(wanted), page));
  const entries = rows.slice(0, limit).map(toEntry);
  return { entries, next: rows.length > limit ? (entries.at(-1)?.sequence ?? null) : null };
}

/** The actors and actions that occur, for choosing among them. Admins and owners. */
export function listAuditChoices(member: Member) {
  requireRole(member, "admin");
  return member.database.sql((sql) => listAuditFacets(sql));
}

export function toFilter({ from, to, actor, action }: AuditWanted): AuditFilter {
  return {
    actor: actor || undefined,
    action: action || undefined,
    from: from ? new Date(from) : undefined,
    to: to ? new Date(Date.parse(to) + 24 * 3600_000) : undefined,
  };
}

export function toEntry({ sequence, at, actor, email, action, subject, detail, address, hash }: AuditRow) {
  return { sequence, at, actor, email, action, subject, detail: detail as Detail, address, hash };
}
