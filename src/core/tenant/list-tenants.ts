import type { Account } from "@/core/account/account";
import type { Role } from "@/core/member/member";

/** The tenants an account belongs to, oldest first. */
export async function listTenants(account: Account) {
  const rows = await account.product.database.directory((tx) =>
    tx.membership.findMany({
      where: { userId: account.userId },
      orderBy: { createdAt: "asc" },
      select: { role: true, tenant: { select: { id: true, name: true } } },
    }),
  );
  return rows.map(({ role, tenant }) => ({ id: tenant.id, name: tenant.name, role: role as Role }));
}
