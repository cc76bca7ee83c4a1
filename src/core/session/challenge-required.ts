import { Failure } from "@/failures";
import type { Challenge } from "./challenge";

/** `challenge_required`, with what is to be solved. */
export class ChallengeRequired extends Failure {
  readonly challenge: Challenge;

  constructor(challenge: Challenge, reason: string) {
    super("challenge_required", { reason });
    this.challenge = challenge;
  }
}
