import { notFound } from "next/navigation";
import { tenantNow, tenantOf } from "./caller";

const roles = ["viewer", "agent", "admin", "owner"] as const;

/**
 * For layouts of pages that only this role and those above it may read: for others they are the 404 page, said with its
 * status before a skeleton is sent. What decides is still the verb that the page reads by.
 */
export async function existsFor(least: (typeof roles)[number], params: Promise<{ tenant: string }>): Promise<void> {
  const { role } = await tenantNow(await tenantOf(params));
  if (roles.indexOf(role) < roles.indexOf(least)) notFound();
}
