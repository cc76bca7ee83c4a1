import { requireSession, type Visitor } from "@/core/visitor/visitor";
import { revokeSessionRow } from "@/store/session-rows";
import { forgetLive } from "./session-liveness";

/** Ends the session whose token was shown: it opens and renews nothing from now on, in every process within 1 s. */
export async function endSession(visitor: Visitor): Promise<void> {
  const { sessionId } = requireSession(visitor);
  const now = new Date(visitor.product.now());
  await visitor.database.sql((sql) => revokeSessionRow(sql, sessionId, now));
  forgetLive(visitor.product, sessionId);
}
