import { Secret, TOTP } from "otpauth";
import type { OneTimeCodes } from "@/core/account/one-time-codes";

const toTotp = (seed: string, label: string) =>
  new TOTP({ issuer: "Gatehouse", label, secret: Secret.fromBase32(seed), algorithm: "SHA1", digits: 6, period: 30 });

/** RFC 6238 by otpauth, which compares in constant time. */
export function openOneTimeCodes(): OneTimeCodes {
  return {
    newSeed: () => new Secret({ size: 20 }).base32,
    toUri: (seed, email) => toTotp(seed, email).toString(),
    findStep(seed, code, now) {
      const totp = toTotp(seed, "");
      const delta = totp.validate({ token: code, timestamp: now, window: 1 });
      return delta === null ? null : totp.counter({ timestamp: now }) + delta;
    },
  };
}
