import { leaveTenant } from "@/core/member/leave-tenant";
import { admitMember } from "@/core/member/member";
import { soleOwnerFailure } from "@/core/member/sole-owner";
import { listTenants } from "@/core/tenant/list-tenants";
import type { Account } from "./account";
import { Proof, requirePassword } from "./require-password";

export const DeleteAccount = Proof;
export type DeleteAccount = Proof;

/**
 * Deletes the account and everything of it: sign-ins, passkeys, places in teams. Asks for the password. While it is the
 * only owner of a tenant it is `conflict`: hand that over or delete it first.
 */
export async function deleteAccount(account: Account, input: DeleteAccount): Promise<void> {
  const { product, userId } = account;
  await requirePassword(account, input);
  const tenants = await listTenants(account);
  const sole: string[] = [];
  for (const { id, name, role } of tenants) {
    const others = { tenantId: id, role: "owner", userId: { not: userId } };
    const shared = await product.database.directory((tx) => tx.membership.findFirst({ where: others }));
    if (role === "owner" && !shared) sole.push(name);
  }
  if (sole.length > 0) throw soleOwnerFailure(sole);
  for (const { id } of tenants) await leaveTenant(await admitMember(account, id));
  await product.database.directory((tx) => tx.user.delete({ where: { id: userId } }));
}
