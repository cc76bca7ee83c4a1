import { admitOperator } from "@/core/member/member";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { noteFailure, takeDueTenant } from "@/store/embedding-rows";
import { embedPassages, TAKEN_MS } from "./embed-passages";

/** Tenants that one process serves side by side: a slow provider holds up no others. */
const AT_ONCE = 3;
/** What is refused is tried again after this, then after twice as long, and so on. */
const PAUSE_SECONDS = 120;

/**
 * Embeds the passages of tenants that are due, in turns, until there is nothing left to do or only what waits. What stands
 * in the database says what is left, whoever ends in between. Why a tenant's could not be embedded stands there, too.
 */
export async function embedDue(product: Product): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, () => serve(product)));
}

async function serve(product: Product): Promise<void> {
  while (!product.stopping.aborted) {
    const now = product.now();
    const taken = await product.database.directorySql((sql) =>
      takeDueTenant(sql, new Date(now), new Date(now + TAKEN_MS)),
    );
    if (!taken) return;
    const { tenantId } = taken;
    try {
      await embedPassages(await admitOperator(product, tenantId), taken);
    } catch (error) {
      const reason = error instanceof Failure ? (error.reason ?? error.code) : String(error);
      product.log.warn({ tenantId, reason }, "passages could not be embedded; they are tried again");
      const told = error instanceof Failure ? error.detail : "The passages could not be embedded.";
      await product.database
        .tenant(tenantId)
        .sql((sql) => noteFailure(sql, taken, told.slice(0, 500), PAUSE_SECONDS, new Date(product.now())));
    }
  }
}
