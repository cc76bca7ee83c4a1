import { isId } from "@/core/id/id";

/** Whether a piece of an address can name a tenant. Says nothing about whether it exists. */
export function isTenantAddress(text: string): boolean {
  return isId("tenant", text);
}
