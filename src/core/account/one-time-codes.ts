// Codes of an authenticator app: RFC 6238, SHA-1, six digits, a new one every 30 seconds.

export interface OneTimeCodes {
  /** A fresh seed, 20 random bytes in base32. */
  newSeed(): string;
  /** The otpauth: address that apps read from a QR code. */
  toUri(seed: string, email: string): string;
  /** The step whose code this is, one step to either side of `now` (milliseconds); null for a wrong one. */
  findStep(seed: string, code: string, now: number): number | null;
}
