import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { named, requireAsSeen, someOf } from "@/core/settings/some-of";
import { fieldFailure } from "@/failures";
import { lockDoor } from "@/store/door-lock";
import { AnswererSettings, answererPlace, toAnswererSettings } from "./settings";

const Key = z
  .string()
  .trim()
  .min(8, "At least 8 characters.")
  .max(500, "At most 500 characters.")
  .nullable()
  .optional();

const Some = someOf(
  AnswererSettings.omit({ sealedKey: true, last4: true, embeddingSealedKey: true, embeddingLast4: true }),
);

/** A key that is null is taken away. `seen`: what the page showed of the others. */
export const UpdateAnswerer = Some.extend({ apiKey: Key, embeddingApiKey: Key, seen: Some.optional() });
export type UpdateAnswerer = z.input<typeof UpdateAnswerer>;

const KEYS = [
  { given: "apiKey", sealed: "sealedKey", last4: "last4", provider: "provider", baseUrl: "baseUrl" },
  {
    given: "embeddingApiKey",
    sealed: "embeddingSealedKey",
    last4: "embeddingLast4",
    provider: "embeddingProvider",
    baseUrl: "embeddingBaseUrl",
  },
] as const;

/**
 * Changes the named settings and leaves the others. A key is sealed, never shown again, and sent to the address it was
 * given for and no other: with another provider or address it is forgotten. `conflict` when one is no longer as `seen`.
 * Admins and owners; where a key or an address
 * changes, with a recent sign-in. The audit names what changed, and no key.
 */
export async function updateAnswerer(member: Member, input: UpdateAnswerer): Promise<void> {
  requireRole(member, "admin");
  const { tenantId, product } = member;
  const { apiKey, embeddingApiKey, seen, ...rest } = UpdateAnswerer.parse(input);
  const keys = { apiKey, embeddingApiKey };
  const given = named(rest);
  if (KEYS.some(({ given: name }) => keys[name] !== undefined)) requireRecentSignIn(member);
  await member.database.transaction(async (tx) => {
    await lockDoor(tx, tenantId);
    const row = await tx.tenant.findUnique({ where: { id: tenantId }, select: { answerer: true } });
    const before = toAnswererSettings(row?.answerer);
    requireAsSeen(seen, before, "these settings");
    const settings = AnswererSettings.parse({ ...before, ...given });
    requireAddresses(settings);
    for (const { given: name, sealed, last4, provider, baseUrl } of KEYS) {
      const key = keys[name];
      const isMoved = settings[provider] !== before[provider] || settings[baseUrl] !== before[baseUrl];
      if (isMoved && settings[baseUrl] !== before[baseUrl]) requireRecentSignIn(member);
      if (key === undefined && !isMoved) continue;
      settings[sealed] = key ? product.vault.seal(key, answererPlace(tenantId, sealed)) : null;
      settings[last4] = key ? key.slice(-4) : null;
    }
    await tx.tenant.update({ where: { id: tenantId }, data: { answerer: settings } });
    const changed = Object.keys(given).filter((name) => !isSame(settings, before, name as keyof AnswererSettings));
    const named = KEYS.flatMap(({ given: name }) => (keys[name] === undefined ? [] : [name]));
    await recordAudit(tx, member, "answerer.updated", tenantId, {
      settings: [...changed, ...named].join(", "),
      provider: settings.provider,
      model: settings.model,
      baseUrl: settings.baseUrl,
    });
  });
}

function isSame(after: AnswererSettings, before: AnswererSettings, name: keyof AnswererSettings): boolean {
  return JSON.stringify(after[name]) === JSON.stringify(before[name]);
}

function requireAddresses(settings: AnswererSettings): void {
  const { provider, model, baseUrl, embeddingProvider, embeddingModel, embeddingBaseUrl } = settings;
  if (provider !== "platform" && provider !== "search" && model === "") throw fieldFailure("model", "Name the model.");
  if (provider === "openai-compatible" && !baseUrl) throw fieldFailure("baseUrl", "Enter the provider's address.");
  if (embeddingProvider === "none" || embeddingProvider === "platform") return;
  if (embeddingModel === "") throw fieldFailure("embeddingModel", "Name the model.");
  if (embeddingProvider === "openai-compatible" && !embeddingBaseUrl)
    throw fieldFailure("embeddingBaseUrl", "Enter the provider's address.");
}
