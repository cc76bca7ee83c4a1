import type { FailureCode } from "@/failures";
import type { Configuration } from "./configuration";
import type { Proof } from "./visitor";

/** What of the tenant's demand holds on a route: all of it, only a demand for identity, or nothing. */
export type DemandPolicy = "full" | "identity" | "none";

/** What a visitor lacks of what the tenant demands; null where nothing is lacking. */
export function lackOf({ demand }: Configuration, proof: Proof, policy: DemandPolicy): FailureCode | null {
  if (policy === "none" || demand === "anonymous") return null;
  if (proof.kind === "identity" || (proof.kind === "session" && proof.session.identity)) return null;
  if (demand === "identity") return "identity_required";
  return policy === "full" && proof.kind === "anonymous" ? "token_missing" : null;
}
