import { z } from "zod";
import { findAllowed, parseOrigin } from "@/core/origin/origin";
import { requireRight, type Server } from "@/core/server/server";
import { configurations } from "@/core/visitor/configuration";
import { Failure, fieldFailure } from "@/failures";
import { beginSession } from "./begin-session";
import { rememberVisitor } from "./open-session";

const Text = z.string().regex(/^[^\0\p{Surrogate}]*$/u, "Contains a character that is no text.");

/** What an identity token says, and the origin that the session will be used from. */
export const MintSession = z.object({
  userId: Text.min(1).max(200),
  userEmail: Text.max(320).nullish(),
  userRoles: z.array(Text.max(80)).max(30).nullish(),
  plan: Text.max(80).nullish(),
  origin: z.string().max(300),
});
export type MintSession = z.infer<typeof MintSession>;

/**
 * Begins a session for one of the tenant's users, on the word of its server; it works from `origin` only, which has to be
 * on the tenant's list (`origin_not_allowed`). Otherwise as a session that an identity token was exchanged for.
 */
export async function mintSession(server: Server, input: MintSession) {
  requireRight(server, "owner", "sessions");
  const { product, tenantId } = server;
  const parsed = parseOrigin(input.origin);
  if (!parsed.ok) throw fieldFailure("origin", parsed.reason);
  const { origin } = parsed;
  const now = product.now();
  const configuration = await configurations(product).find(tenantId);
  if (!configuration || !findAllowed(configuration.origins, origin, now))
    throw new Failure("origin_not_allowed", { reason: "not on the list of allowed origins" });
  if (!parsed.secure && !(parsed.loopback && configuration.developmentOrigins)) throw new Failure("https_required");
  const { userId, userEmail, userRoles, plan } = input;
  const identity = {
    userId,
    userEmail: userEmail ?? undefined,
    userRoles: userRoles ?? undefined,
    plan: plan ?? undefined,
  };
  const visitorId = await rememberVisitor(server.database, identity, now);
  const wanted = { tenantId, visitorId, origin, identity, identifiedAt: Math.floor(now / 1000) };
  return beginSession(product, wanted, null, {
    issuedAt: new Date(now),
    renews: null,
    kid: null,
    apiKeyId: server.actor,
  });
}
