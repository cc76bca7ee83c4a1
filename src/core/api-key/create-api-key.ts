import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { derivedBase62, newId, randomSecret, sha256Hex } from "@/core/id/id";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { hashSubmission, REPEAT_MS, Submission } from "@/core/submission/submission";
import { Failure, fieldFailure } from "@/failures";
import { lockDoor } from "@/store/door-lock";

/** What the tenant's server may do with a key. */
export const scopes = ["sessions", "origins", "sources", "conversations"] as const;
export type Scope = (typeof scopes)[number];

export const CreateApiKey = z.object({
  name: z.string().trim().min(1, "Give it a name.").max(60, "At most 60 characters."),
  scopes: z
    .array(z.enum(scopes))
    .min(1, "Choose at least one.")
    .default([...scopes]),
  /** Null for a key that stays. */
  expiresAt: z.iso.datetime({ offset: true, error: "A time such as 2030-01-31T12:00:00Z." }).nullish(),
  submission: Submission,
});
export type CreateApiKey = z.infer<typeof CreateApiKey>;

/**
 * Makes a key `gk_…` for the tenant's server; it is in this answer and never again, but for the same submission sent
 * twice within 10 minutes, which makes one. Owners, with a recent sign-in.
 */
export async function createApiKey(member: Member, input: CreateApiKey): Promise<{ id: string; apiKey: string }> {
  requireRole(member, "owner");
  requireRecentSignIn(member);
  const { tenantId } = member;
  const now = member.product.now();
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt && expiresAt.getTime() <= now) throw fieldFailure("expiresAt", "This is in the past.");
  // Nobody stores it: the caller knows the submission, the database the salt, and a key is made of both.
  const pressed = input.submission ?? crypto.randomUUID();
  const submission = await hashSubmission(member, pressed);
  return member.database.transaction(async (tx) => {
    await lockDoor(tx, tenantId);
    const present = await tx.apiKey.findFirst({ where: { submission } });
    if (present) {
      if (present.revokedAt || now - present.createdAt.getTime() > REPEAT_MS)
        throw new Failure("conflict", { detail: `This made the key “${present.name}” already, which was shown then.` });
      return { id: present.id, apiKey: await toApiKey(present.salt ?? "", pressed) };
    }
    const salt = randomSecret(32);
    const apiKey = await toApiKey(salt, pressed);
    const { name, scopes } = input;
    const id = newId("apiKey");
    const kept = { hash: await sha256Hex(apiKey), last4: apiKey.slice(-4), salt, submission };
    await tx.apiKey.create({ data: { id, tenantId, name, scopes, expiresAt, createdAt: new Date(now), ...kept } });
    await recordAudit(tx, member, "api-key.created", id, { name, scopes: scopes.join(" ") });
    return { id, apiKey };
  });
}

async function toApiKey(salt: string, submission: string): Promise<string> {
  return `gk_${await derivedBase62(["api key", salt, submission])}`;
}
