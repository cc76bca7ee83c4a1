import { hkdfSync } from "node:crypto";

/** A secret for one purpose, made from the installation's: knowing one tells nothing of another. Hex. */
export function deriveSecret(secret: string, purpose: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "", `gatehouse ${purpose}`, 32)).toString("hex");
}
