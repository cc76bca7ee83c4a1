import { isId } from "@/core/id/id";
import type { Product } from "@/core/product";
import { Failure, fieldFailure } from "@/failures";
import { type Configuration, configurations } from "./configuration";
import type { TokenLook } from "./token-look";

/** A request as far as admission looks at it. Nothing in it is believed yet. */
export interface Knock {
  /** The Origin header. */
  origin: string | null;
  /** Network address, IPv6 by its /64. */
  address: string;
  /** The bearer token as it looks; a reason where it cannot be one. */
  look: TokenLook | { reason: string } | null;
  /** `siteKey`, or `tenantKey`/`tenantId`. */
  key: string | null;
  conversationId: string | null;
  pageUrlHash: string | null;
  /** What is wrong with the request itself; told once its origin is known to be one. */
  fault: Failure | null;
}

/**
 * Whose visitor this would be: the tenant of the key, else the one the token names (its signature decides later), else
 * the one the conversation belongs to. Null for unknown and for disabled ones alike.
 */
export async function findTenant(product: Product, knock: Knock): Promise<Configuration | null> {
  const known = configurations(product);
  if (knock.key !== null) return known.findByKey(knock.key);
  const named = tenantNamedBy(knock);
  const byToken = named === null ? null : await known.find(named);
  if (byToken) return byToken;
  const { conversationId } = knock;
  return conversationId !== null && isId("conversation", conversationId)
    ? known.findByConversation(conversationId)
    : null;
}

/** The same as far as it is in memory: whoever is over their limit must not keep the database busy. */
export async function peekTenant(product: Product, knock: Knock): Promise<Configuration | null> {
  const known = configurations(product);
  const name = knock.key ?? tenantNamedBy(knock) ?? knock.conversationId;
  return name === null ? null : known.peek(name);
}

/** Whether only the conversation's id says whose visitor this is. */
export function isKnownByConversation(knock: Knock): boolean {
  return knock.key === null && tenantNamedBy(knock) === null;
}

/** Throws what a missing tenant means for this request. */
export function requireTenant(knock: Knock, found: Configuration | null): Configuration {
  if (found) return found;
  if (knock.key !== null) throw new Failure("site_key_invalid");
  if (knock.look !== null) throw new Failure("token_invalid");
  if (knock.conversationId !== null) throw new Failure("conversation_not_found");
  throw fieldFailure("siteKey", "Send the site key.");
}

function tenantNamedBy(knock: Knock): string | null {
  return knock.look !== null && "class" in knock.look ? knock.look.tenantId : null;
}
