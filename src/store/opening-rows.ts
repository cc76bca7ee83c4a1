// What a message waits for before it is answered: its conversation, locked, and its nonce, claimed.
import type { ConversationRow } from "./conversation-rows";
import type { Sql } from "./database";

/** A nonce to claim: the first who does so answers, whoever comes later gets that answer. */
export interface Claim {
  scope: string;
  nonce: string;
  conversationId: string;
  answerId: string;
  now: Date;
  /** A claim older than this has been forgotten. */
  oldest: Date;
}

// Yields no row where another holds the nonce: an INSERT waits for a transaction that is claiming it, and a claim that
// is too old is taken over. Parameters: see claimValues.
const claimFrom = (source: string) =>
  `INSERT INTO idempotency AS present (tenant_id, scope, nonce, conversation_id, answer_id, created_at)
   SELECT $1, $2::text, $3::text, $4::text, $5::text, $6::timestamptz ${source} WHERE $3::text IS NOT NULL
   ON CONFLICT (tenant_id, scope, nonce) DO UPDATE
     SET conversation_id = excluded.conversation_id, answer_id = excluded.answer_id, created_at = excluded.created_at
     WHERE present.created_at < $7::timestamptz
   RETURNING 1`;
const IS_CLAIMED = "($3::text IS NULL OR EXISTS (SELECT 1 FROM claimed)) AS claimed";
const SESSION_LIVE =
  "($8::text IS NULL OR EXISTS (SELECT 1 FROM session WHERE id = $8 AND revoked_at IS NULL)) AS session_live";

export interface Opening {
  claimed: boolean;
  sessionLive: boolean;
}

/** What must hold before a conversation begins. `claimed` is true without a nonce. */
export async function openConversation(
  sql: Sql,
  tenantId: string,
  claim: Claim | null,
  sessionId: string | null,
): Promise<Opening> {
  const { rows } = await sql.query<{ claimed: boolean; session_live: boolean }>(
    `WITH claimed AS (${claimFrom("")}) SELECT ${IS_CLAIMED}, ${SESSION_LIVE}`,
    [...claimValues(tenantId, claim, null), sessionId],
  );
  return { claimed: rows[0]?.claimed ?? false, sessionLive: rows[0]?.session_live ?? false };
}

export interface Continuation extends Opening {
  conversation: ConversationRow;
  previous: { question: string; answer: string } | undefined;
}

/** Locks a conversation until the transaction ends and claims the nonce in it. Null where there is none. */
export async function continueConversation(
  sql: Sql,
  tenantId: string,
  claim: Claim | null,
  conversationId: string,
  sessionId: string | null,
): Promise<Continuation | null> {
  const last = (role: string) =>
    `(SELECT content FROM message WHERE tenant_id = $1 AND conversation_id = $4 AND role = '${role}'
         AND state = 'done' AND moderation IS NULL ORDER BY sequence DESC LIMIT 1)`;
  const { rows } = await sql.query<
    ConversationRow & { claimed: boolean; session_live: boolean; question: string | null; answer: string | null }
  >(
    `WITH conversation_row AS MATERIALIZED (
       SELECT id, origin, user_id, status, last_message_at FROM conversation WHERE id = $4 FOR NO KEY UPDATE
     ), claimed AS (${claimFrom("FROM conversation_row")})
     SELECT conversation_row.*, ${IS_CLAIMED}, ${SESSION_LIVE},
            ${last("user")} AS question, ${last("assistant")} AS answer
       FROM conversation_row`,
    [...claimValues(tenantId, claim, conversationId), sessionId],
  );
  const [row] = rows;
  if (!row) return null;
  const { claimed, session_live, question, answer, ...conversation } = row;
  const previous = question !== null && answer !== null ? { question, answer } : undefined;
  return { conversation, claimed, sessionLive: session_live, previous };
}

function claimValues(tenantId: string, claim: Claim | null, conversationId: string | null): unknown[] {
  if (!claim) return [tenantId, null, null, conversationId, null, null, null];
  return [tenantId, claim.scope, claim.nonce, claim.conversationId, claim.answerId, claim.now, claim.oldest];
}
