// Solves the challenges that the gateway puts, as a browser would.
import { createHash } from "node:crypto";
import { expect } from "vitest";
import type { Challenge, Problem } from "../widget/wire";

/** What is to be solved; fails unless the answer asks for it. */
export const challengeOf = async (response: Response): Promise<Challenge> => {
  expect(response.status).toBe(403);
  const problem: Problem = await response.json();
  expect(problem.code).toBe("challenge_required");
  if (!problem.challenge) throw new Error("no challenge");
  return problem.challenge;
};

export const isSolution = (text: string, difficulty: number) => {
  const digest = createHash("sha256").update(text).digest("hex");
  return BigInt(`0x${digest}`) >> BigInt(256 - difficulty) === 0n;
};

export function solve({ challenge, difficulty }: Challenge): { challenge: string; solution: string } {
  for (let i = 0; ; i++) if (isSolution(`${challenge}.${i}`, difficulty)) return { challenge, solution: String(i) };
}
