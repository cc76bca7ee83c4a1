// The authority of somebody who may manage a tenant. Every verb of the console takes one as its first parameter.

import type { Account } from "@/core/account/account";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import type { TenantDatabase } from "@/store/database";

/** From most to least; each may do what those after it may. */
export const roles = ["owner", "admin", "agent", "viewer"] as const;
export type Role = (typeof roles)[number];

declare const proof: unique symbol;

/** Proof that the caller may act for the tenant; made by `admitMember` and `admitOperator` only. */
export interface Member {
  readonly [proof]: "member";
  readonly tenantId: string;
  readonly role: Role;
  /** Who the audit names: a user's id, or `operator`. */
  readonly actor: string;
  /** Milliseconds; when the password was last entered. */
  readonly signedInAt: number;
  /** Network address of who acts, for the audit; empty for the operator. */
  readonly address: string;
  readonly database: TenantDatabase;
  readonly product: Product;
}

/** Admits a signed-in account to a tenant it belongs to; a stranger's tenant and a missing one are the same `not_found`. */
export async function admitMember(account: Account, tenantId: string, address = ""): Promise<Member> {
  const { product, userId } = account;
  const membership = await product.database.directory((tx) =>
    tx.membership.findUnique({ where: { tenantId_userId: { tenantId, userId } } }),
  );
  if (!membership) throw new Failure("not_found");
  return makeMember(product, tenantId, membership.role as Role, userId, account.signedInAt, address);
}

/** Admits whoever runs the installation (the command line, the worker): they hold the database anyway. */
export async function admitOperator(product: Product, tenantId: string): Promise<Member> {
  const tenant = await product.database.directory((tx) =>
    tx.tenant.findUnique({ where: { id: tenantId }, select: { id: true } }),
  );
  if (!tenant) throw new Failure("not_found", { detail: `There is no tenant ${tenantId}.` });
  return makeMember(product, tenantId, "owner", "operator", product.now());
}

function makeMember(
  product: Product,
  tenantId: string,
  role: Role,
  actor: string,
  signedInAt: number,
  address = "",
): Member {
  const database = product.database.tenant(tenantId);
  return { tenantId, role, actor, signedInAt, address, database, product } as Member;
}

/** Throws `scope_refused` unless the member's role is `needed` or above. */
export function requireRole(member: Member, needed: Role): void {
  if (roles.indexOf(member.role) > roles.indexOf(needed)) throw new Failure("scope_refused");
}

const RECENT_MS = 10 * 60_000;

/** Throws `recent_sign_in_required` when the password was last entered over 10 minutes ago. */
export function requireRecentSignIn(who: Pick<Member, "product" | "signedInAt">): void {
  if (who.product.now() - who.signedInAt > RECENT_MS) throw new Failure("recent_sign_in_required");
}
