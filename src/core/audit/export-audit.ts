import { z } from "zod";
import { type Member, requireRole } from "@/core/member/member";
import { listAuditRows } from "@/store/audit-rows";
import { toCsvLine } from "./csv-line";
import { AuditWanted, toEntry, toFilter } from "./list-audit";

const AT_ONCE = 500;

export const ExportAudit = AuditWanted.extend({ format: z.enum(["csv", "json"]) });
export type ExportAudit = z.infer<typeof ExportAudit>;

type Entry = ReturnType<typeof toEntry>;

const columns = ["sequence", "at", "actor", "email", "action", "subject", "address", "detail", "hash"] as const;

/** The record as text, oldest first, a piece at a time however long it is: CSV, or JSON with one row a line. Admins and owners. */
export function exportAudit(member: Member, input: ExportAudit): AsyncGenerator<string, void> {
  requireRole(member, "admin");
  const { format, ...wanted } = ExportAudit.parse(input);
  return format === "csv" ? toCsv(read(member, wanted)) : toJson(read(member, wanted));
}

async function* read(member: Member, wanted: AuditWanted): AsyncGenerator<Entry[], void> {
  let after = "0";
  for (;;) {
    const page = { after, limit: AT_ONCE };
    const rows = await member.database.sql((sql) => listAuditRows(sql, toFilter(wanted), page));
    yield rows.map(toEntry);
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.sequence;
  }
}

async function* toCsv(pages: AsyncGenerator<Entry[], void>): AsyncGenerator<string, void> {
  yield toCsvLine(columns);
  for await (const page of pages) {
    const line = (entry: Entry) =>
      toCsvLine(columns.map((name) => (name === "detail" ? JSON.stringify(entry.detail) : toText(entry[name]))));
    yield page.map(line).join("");
  }
}

function toText(value: string | Date | null): string {
  return value instanceof Date ? value.toISOString() : (value ?? "");
}

async function* toJson(pages: AsyncGenerator<Entry[], void>): AsyncGenerator<string, void> {
  let lead = "[\n";
  for await (const page of pages) {
    for (const entry of page) {
      yield lead + JSON.stringify(entry);
      lead = ",\n";
    }
  }
  yield lead === "[\n" ? "[]\n" : "\n]\n";
}
