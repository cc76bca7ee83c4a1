// A form that is sent twice makes one thing, and one that was filled in on a stale page changes nothing.
import { z } from "zod";
import { derivedBase62, type Id, type Noun, newId, prefixes, sha256Hex } from "@/core/id/id";
import type { Author } from "@/core/server/server";
import { Failure } from "@/failures";

/** What a page calls one press of one button: the same again is the same press. */
export const Submission = z.uuidv4().optional();

/** How long the same press again gets the first answer; after that what was shown once stays so. */
export const REPEAT_MS = 10 * 60_000;

/** What is stored of a submission: whoever reads the database learns nothing that could be sent again. */
export async function hashSubmission(author: Author, submission: string | undefined): Promise<string | null> {
  return submission === undefined ? null : sha256Hex(`${author.tenantId}:${submission}`);
}

/**
 * The id of what a press makes: the same press again gets the same, so that whoever finds it there has made it already.
 * A fresh one where the page did not say. `owner` is the tenant, or who makes one.
 */
export async function toSubmittedId<N extends Noun>(
  noun: N,
  owner: string,
  submission: string | undefined,
): Promise<Id<N>> {
  if (submission === undefined) return newId(noun);
  return `${prefixes[noun]}_${(await derivedBase62(["submitted", noun, owner, submission])).slice(0, 22)}`;
}

/**
 * Throws `conflict` when what the page showed is not what is there: somebody else was quicker. `undefined` for a caller
 * who did not say what they saw. `words` tell the present state.
 */
export function requireUnchanged(seen: string | null | undefined, present: string | Date | null, words: string): void {
  if (seen === undefined) return;
  const now = present instanceof Date ? present.toISOString() : present;
  if (seen !== now) throw new Failure("conflict", { detail: words });
}
