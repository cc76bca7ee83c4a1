import { requireSession, type Visitor } from "@/core/visitor/visitor";
import { lockSessions, revokeSessionRows } from "@/store/session-rows";
import { forgetLive } from "./session-liveness";

/**
 * Ends the session whose token was shown, with those it was renewed from and to: they open and renew nothing from now on,
 * in every process within 1 s.
 */
export async function endSession(visitor: Visitor): Promise<void> {
  const { sessionId } = requireSession(visitor);
  const { product, tenantId } = visitor;
  await visitor.database.sql(async (sql) => {
    await lockSessions(sql, tenantId, "end");
    await revokeSessionRows(sql, sessionId, new Date(product.now()));
  });
  forgetLive(product, sessionId);
}
