import type { Product } from "@/core/product";

/** Who owns the demo tenant, which the seed makes on a local installation's first start. */
export const DEMO_EMAIL = "demo@gatehouse.localhost";

/** Site key of the demo account's first tenant, null where the demo was not seeded. */
export async function findDemoSiteKey(product: Product): Promise<string | null> {
  const tenantId = await findDemoTenantId(product);
  if (!tenantId) return null;
  return product.database.tenant(tenantId).transaction(async (tx) => {
    const key = await tx.siteKey.findFirst({ where: { disabledAt: null }, orderBy: { createdAt: "desc" } });
    return key?.key ?? null;
  });
}

export async function findDemoTenantId(product: Product): Promise<string | null> {
  const membership = await product.database.directory((tx) =>
    tx.membership.findFirst({
      where: { user: { email: DEMO_EMAIL }, role: "owner" },
      orderBy: { createdAt: "asc" },
      select: { tenantId: true },
    }),
  );
  return membership?.tenantId ?? null;
}
