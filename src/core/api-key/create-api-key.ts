import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { newId, randomBase62, sha256Hex } from "@/core/id/id";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";

/** What the tenant's server may do with a key. */
export const scopes = ["sessions", "origins", "sources", "conversations"] as const;
export type Scope = (typeof scopes)[number];

export const CreateApiKey = z.object({
  name: z.string().trim().min(1).max(60),
  scopes: z
    .array(z.enum(scopes))
    .min(1)
    .default([...scopes]),
  /** Null for a key that stays. */
  expiresAt: z.iso.datetime({ offset: true, error: "A time such as 2030-01-31T12:00:00Z." }).nullish(),
});
export type CreateApiKey = z.infer<typeof CreateApiKey>;

/** Makes a key `gk_…` for the tenant's server; it is in this answer and never again. Owners, with a recent sign-in. */
export async function createApiKey(member: Member, input: CreateApiKey): Promise<{ id: string; apiKey: string }> {
  requireRole(member, "owner");
  requireRecentSignIn(member);
  const apiKey = `gk_${randomBase62()}${randomBase62()}`;
  const id = newId("apiKey");
  const hash = await sha256Hex(apiKey);
  await member.database.transaction(async (tx) => {
    await tx.apiKey.create({
      data: {
        id,
        tenantId: member.tenantId,
        name: input.name,
        scopes: input.scopes,
        hash,
        last4: apiKey.slice(-4),
        expiresAt: input.expiresAt ? new Date(input.expiresAt) : null,
      },
    });
    await recordAudit(tx, member, "api-key.created", id, { name: input.name, scopes: input.scopes.join(" ") });
  });
  return { id, apiKey };
}
