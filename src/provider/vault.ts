// AES-256-GCM under a versioned key-encryption key. Format: v1.<key id>.<iv>.<ciphertext and tag>, base64url.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { Vault } from "@/core/product";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** `keyBase64` is 32 bytes. The key's id is derived from it, so a text says which key sealed it. */
export function openVault(keyBase64: string): Vault {
  const key = Buffer.from(keyBase64, "base64");
  if (key.length !== 32) throw new Error("GATEHOUSE_VAULT_KEY must be 32 bytes in base64");
  const kid = createHash("sha256").update("gatehouse-vault-key").update(key).digest("hex").slice(0, 8);
  return {
    seal(plain, place) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return ["v1", kid, iv.toString("base64url"), sealed.toString("base64url")].join(".");
    },
    open(text, place) {
      const [version, sealedBy, iv, sealed] = text.split(".");
      if (version !== "v1" || !iv || !sealed) throw new Error("not a sealed text");
      if (sealedBy !== kid) throw new Error("sealed under another key than GATEHOUSE_VAULT_KEY");
      const bytes = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString("utf8");
    },
  };
}
