import { hash, verify } from "@node-rs/argon2";
import type { Passwords } from "@/core/product";

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id (RFC 9106; the package's default algorithm). */
export function openPasswords(): Passwords {
  // An unknown account is checked against this hash, so that it takes as long as a known one.
  const nobody = hash("nobody has this password", options);
  return {
    hash: (password) => hash(password, options),
    async verify(stored, password) {
      const correct = await verify(stored ?? (await nobody), password);
      return correct && stored !== null;
    },
  };
}
