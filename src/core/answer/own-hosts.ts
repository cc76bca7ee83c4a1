import type { AllowedOrigin } from "@/core/origin/origin";
import { toHosts } from "./link-gate";

/** Hosts that every answer of a tenant's may send to: those on its list, and its own sites. */
export function toOwnHosts(linkHosts: readonly string[], origins: readonly Pick<AllowedOrigin, "pattern">[]): string[] {
  return [...linkHosts, ...toHosts(origins.map(({ pattern }) => pattern).filter((pattern) => !pattern.includes("*")))];
}
