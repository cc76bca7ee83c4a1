import { z } from "zod";
import type { Member } from "@/core/member/member";
import { Failure } from "@/failures";
import { findRetrieved } from "@/store/transcript-rows";

export const GetRetrieved = z.object({ messageId: z.string().max(100) });
export type GetRetrieved = z.infer<typeof GetRetrieved>;

/**
 * The passages that an answer was chosen from when it was given, best first, with the scores of then; `passage` is null
 * where a source has changed since and has it no more. Null for a message that came from no search. A missing message and
 * another tenant's are the same `not_found`.
 */
export async function getRetrieved(member: Member, { messageId }: GetRetrieved) {
  const found = await member.database.sql((sql) => findRetrieved(sql, messageId));
  if (found === undefined) throw new Failure("not_found");
  return found;
}
