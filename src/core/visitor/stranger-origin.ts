import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { isListedAnywhere } from "@/store/admission-rows";
import { isKnownByConversation, type Knock } from "./find-tenant";

/**
 * The answer to an origin that is not on the tenant's list. Where nothing but a conversation's id named the tenant and
 * the page is another tenant's, the conversation does not exist for it: it must not learn whose ids there are.
 */
export async function notListed(product: Product, knock: Knock, origin: string): Promise<Failure> {
  if (isKnownByConversation(knock) && (await isOfAnotherTenant(product, origin)))
    return new Failure("conversation_not_found");
  return new Failure("origin_not_allowed", { reason: "not on the list of allowed origins" });
}

function isOfAnotherTenant(product: Product, origin: string): Promise<boolean> {
  const wildcard = origin.replace(/^https:\/\/[^.]+\./, "https://*.");
  return product.database.directorySql((sql) => isListedAnywhere(sql, [origin, wildcard]));
}
