import { sha256Hex } from "@/core/id/id";
import type { Author } from "@/core/server/server";
import { lastAuditHash } from "@/store/audit-chain";
import type { Prisma, Transaction } from "@/store/database";

export type Plain = string | number | boolean | null;
/** A fact, or how it was and how it is. */
export type Detail = Record<string, Plain | { before: Plain; after: Plain }>;

/**
 * Writes down what a member or the tenant's server did, in the transaction that does it. Each row hashes the one before it.
 * `action` is `noun.past-verb`; `detail` must hold no secret.
 */
export async function recordAudit(
  tx: Transaction,
  author: Pick<Author, "tenantId" | "actor" | "product"> & { readonly address?: string },
  action: string,
  subject: string,
  detail: Detail = {},
) {
  const previousHash = await lastAuditHash(tx, author.tenantId);
  const { tenantId, actor, address = "" } = author;
  const entry = { tenantId, at: new Date(author.product.now()), actor, action, subject, address };
  const hash = await sha256Hex(auditText({ ...entry, detail, previousHash }));
  await tx.auditEntry.create({ data: { ...entry, detail: detail as Prisma.InputJsonObject, previousHash, hash } });
}

/** What a row's hash covers: its fields in a fixed order, the detail's keys sorted; the address where there is one. */
export function auditText(row: {
  tenantId: string;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  detail: Detail;
  address: string;
  previousHash: string;
}): string {
  const { previousHash, tenantId, at, actor, action, subject, address } = row;
  const detail = Object.entries(row.detail)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    // Postgres orders the keys of an object in its own way.
    .map(([name, value]) => [name, isChange(value) ? { before: value.before, after: value.after } : value]);
  const said = [previousHash, tenantId, at.toISOString(), actor, action, subject, detail];
  return JSON.stringify(address === "" ? said : [...said, address]);
}

function isChange(value: Detail[string]): value is { before: Plain; after: Plain } {
  return typeof value === "object" && value !== null;
}

/** What differs, by name; what is no plain value is shown as JSON. */
export function toChanges(before: Record<string, unknown>, after: Record<string, unknown>): Detail {
  const changes: Detail = {};
  for (const [name, value] of Object.entries(after)) {
    const change = { before: toPlain(before[name]), after: toPlain(value) };
    if (change.before !== change.after) changes[name] = change;
  }
  return changes;
}

function toPlain(value: unknown): Plain {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}
