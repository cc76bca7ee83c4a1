import { sha256Hex } from "@/core/id/id";
import { type Member, requireRole } from "@/core/member/member";
import { type AuditRow, listAuditRows } from "@/store/audit-rows";
import { auditText, type Detail } from "./record-audit";

const AT_ONCE = 1000;

export interface Verification {
  /** Rows that were read, up to and with the first that does not fit. */
  entries: number;
  /** The newest row's hash. Keep it elsewhere: rows that were taken off the end show by nothing else. */
  head: string;
  /** The first row that was altered, or before which one is missing or was put in. Null where all fit. */
  broken: { sequence: string; at: Date; action: string } | null;
}

/** Reads the whole record and computes every row's hash again. Admins and owners. */
export async function verifyAudit(member: Member): Promise<Verification> {
  requireRole(member, "admin");
  let previous = "";
  let after = "0";
  for (let entries = 0; ; ) {
    const rows = await member.database.sql((sql) => listAuditRows(sql, {}, { after, limit: AT_ONCE }));
    for (const row of rows) {
      entries += 1;
      const { sequence, at, action } = row;
      if (!(await fits(member.tenantId, row, previous)))
        return { entries, head: previous, broken: { sequence, at, action } };
      previous = row.hash;
      after = sequence;
    }
    if (rows.length < AT_ONCE) return { entries, head: previous, broken: null };
  }
}

async function fits(tenantId: string, row: AuditRow, previousHash: string): Promise<boolean> {
  const { at, actor, action, subject, address } = row;
  const text = auditText({ tenantId, at, actor, action, subject, address, detail: row.detail as Detail, previousHash });
  return row.previous_hash === previousHash && row.hash === (await sha256Hex(text));
}
