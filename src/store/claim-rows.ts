import type { Sql } from "./database";

/** Makes a locked conversation that was nobody's a user's: from now on it answers to them alone. */
export async function claimConversation(
  sql: Sql,
  tenantId: string,
  conversationId: string,
  { userId, visitorId }: { userId: string; visitorId: string | null },
): Promise<void> {
  await sql.query(
    "UPDATE conversation SET user_id = $3, visitor_id = $4 WHERE tenant_id = $1 AND id = $2 AND user_id IS NULL",
    [tenantId, conversationId, userId, visitorId],
  );
}
