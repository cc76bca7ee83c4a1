import { observations } from "@/core/observation/observation";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { isListedElsewhere } from "@/store/admission-rows";
import type { Configuration } from "./configuration";
import { isKnownByConversation, type Knock } from "./find-tenant";

const REASON = "not on the list of allowed origins";

/**
 * The answer to an origin that is not on the tenant's list. Where nothing but a conversation's id named the tenant and
 * the page is another tenant's, the conversation does not exist for it: it must not learn whose ids there are.
 */
export async function notListed(
  product: Product,
  knock: Knock,
  { tenantId }: Configuration,
  origin: string,
): Promise<Failure> {
  const refusal = new Failure("origin_not_allowed", { reason: REASON });
  if (!isKnownByConversation(knock) || !(await isOfAnotherTenant(product, tenantId, origin))) return refusal;
  // The tenant learns of it all the same.
  const { pageUrlHash } = knock;
  observations(product).refused({ tenantId, reason: refusal.code, origin, detail: REASON, pageUrlHash });
  return new Failure("conversation_not_found");
}

function isOfAnotherTenant(product: Product, tenantId: string, origin: string): Promise<boolean> {
  const wildcard = origin.replace(/^https:\/\/[^.]+\./, "https://*.");
  return product.database.directorySql((sql) => isListedElsewhere(sql, tenantId, [origin, wildcard]));
}
