// The authority of the tenant's own server, which holds an API key.
import type { Scope } from "@/core/api-key/create-api-key";
import type { LimitVerdict } from "@/core/limit/limit";
import { type Member, type Role, requireRole } from "@/core/member/member";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import type { TenantDatabase } from "@/store/database";

declare const proof: unique symbol;

/** Proof that the tenant's server calls, with a key that has the scope of what it calls; made by `admitServer` only. */
export interface Server {
  readonly [proof]: "server";
  readonly tenantId: string;
  /** What the key was admitted for. */
  readonly scope: Scope;
  /** Who the audit names: the key's id. */
  readonly actor: string;
  readonly database: TenantDatabase;
  readonly product: Product;
  /** The limits this request counted against. */
  readonly verdicts: readonly LimitVerdict[];
}

/** Somebody in the console, or the tenant's server: what both may do. */
export type Author = Member | Server;

/** Throws `scope_refused` unless the member has the role, or the server's key the scope. */
export function requireRight(author: Author, role: Role, scope: Scope): void {
  if ("role" in author) requireRole(author, role);
  else if (author.scope !== scope) throw new Failure("scope_refused");
}
