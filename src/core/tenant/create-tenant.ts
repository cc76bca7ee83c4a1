import { z } from "zod";
import type { Account } from "@/core/account/account";
import { recordAudit } from "@/core/audit/record-audit";
import { newId } from "@/core/id/id";
import type { Member } from "@/core/member/member";
import { parseOriginPattern } from "@/core/origin/origin";
import type { Product } from "@/core/product";
import { insertSigningSecret, secretPlace } from "@/core/signing-secret/signing-secret";
import { newSiteKey } from "@/core/site-key/site-key";
import { REPEAT_MS, Submission, toSubmittedId } from "@/core/submission/submission";
import { Failure, fieldFailure } from "@/failures";
import type { Transaction } from "@/store/database";
import { lockDoor } from "@/store/door-lock";
import { Colour, TenantName } from "./tenant";

export const CreateTenant = z.object({
  name: TenantName,
  origins: z.array(z.string().max(300)).max(20).default([]),
  submission: Submission,
  /** What the widget wears; without one, its own. */
  primaryColor: Colour.nullable().default(null),
});
export type CreateTenant = z.input<typeof CreateTenant>;

/** `jwtSecret` is shown this once and can never be read again. */
export interface CreatedTenant {
  tenantId: string;
  siteKey: string;
  jwtSecret: string;
  kid: string;
}

/**
 * Makes a tenant with its site key and first signing secret; the account becomes its owner. The same submission sent
 * twice within 10 minutes makes one, after that it is `conflict`.
 */
export function createTenant(account: Account, input: CreateTenant): Promise<CreatedTenant> {
  return insertTenant(account.product, input, account.userId, account.userId);
}

/** The same for the operator's command line; `ownerId` may be null and added later. */
export function createTenantAsOperator(product: Product, input: CreateTenant, ownerId: string | null) {
  return insertTenant(product, input, ownerId, "operator");
}

async function insertTenant(
  product: Product,
  given: CreateTenant,
  ownerId: string | null,
  actor: string,
): Promise<CreatedTenant> {
  const input = CreateTenant.parse(given);
  const patterns = input.origins.map((text, i) => {
    const parsed = parseOriginPattern(text);
    if (!parsed.ok) throw fieldFailure(`origins.${i}`, parsed.reason);
    return parsed.pattern;
  });
  const tenantId = await toSubmittedId("tenant", actor, input.submission);
  const database = product.database.tenant(tenantId);
  return database.transaction(async (tx) => {
    await lockDoor(tx, tenantId);
    const present = input.submission && (await findCreated(tx, product, tenantId, actor));
    if (present) return present;
    const widget = input.primaryColor ? { primaryColor: input.primaryColor } : {};
    await tx.tenant.create({ data: { id: tenantId, name: input.name, widget } });
    await tx.corpus.create({ data: { tenantId } });
    if (ownerId) await tx.membership.create({ data: { tenantId, userId: ownerId, role: "owner" } });
    const siteKey = newSiteKey(input.name);
    await tx.siteKey.create({ data: { id: newId("siteKeyRow"), tenantId, key: siteKey } });
    const { kid, secret } = await insertSigningSecret(tx, product, tenantId);
    for (const pattern of new Set(patterns))
      await tx.origin.create({ data: { id: newId("origin"), tenantId, pattern } });
    const author = { tenantId, actor, product } as Member;
    await recordAudit(tx, author, "tenant.created", tenantId, { name: input.name });
    return { tenantId, siteKey, jwtSecret: secret, kid };
  });
}

/** What the same press made a moment ago, as it was shown then; null for a first press. */
async function findCreated(tx: Transaction, product: Product, tenantId: string, userId: string) {
  const tenant = await tx.tenant.findUnique({ where: { id: tenantId } });
  if (!tenant) return null;
  const words = `This made the tenant “${tenant.name}” already; its secret was shown then.`;
  const over = () => new Failure("conflict", { detail: words });
  if (!(await tx.membership.findFirst({ where: { userId, role: "owner" } }))) throw over();
  const { key: siteKey } = await tx.siteKey.findFirstOrThrow({ orderBy: { createdAt: "asc" } });
  const { kid, sealed, createdAt } = await tx.signingSecret.findFirstOrThrow({ orderBy: { createdAt: "asc" } });
  if (product.now() - createdAt.getTime() > REPEAT_MS) throw over();
  return { tenantId, siteKey, jwtSecret: product.vault.open(sealed, secretPlace(tenantId, kid)), kid };
}
