// Passkeys: WebAuthn credentials that are found without naming the account, and that know their holder.

/** What is kept of one; `id` and `publicKey` are base64url. */
export interface PasskeyKey {
  id: string;
  publicKey: string;
  counter: number;
  transports: string[];
}

/** Takes a challenge that is open, once; false for any other. */
type TakeChallenge = (challenge: string) => Promise<boolean>;

/** Options are JSON for the browser's WebAuthn call; their `challenge` must be kept until it is answered. */
export interface Passkeys {
  toRegistration(user: { id: string; email: string }, present: Pick<PasskeyKey, "id" | "transports">[]): Promise<Asked>;
  toAuthentication(present?: Pick<PasskeyKey, "id" | "transports">[]): Promise<Asked>;
  /** The new credential; null when the answer is wrong in any way. */
  register(answer: unknown, take: TakeChallenge): Promise<PasskeyKey | null>;
  /** Which credential an answer claims to be of; null for what is no answer. */
  nameOf(answer: unknown): string | null;
  /** The credential's new counter; null when the answer is wrong in any way. */
  authenticate(answer: unknown, key: PasskeyKey, take: TakeChallenge): Promise<number | null>;
}

export interface Asked {
  challenge: string;
  /** Handed to the browser as it is. */
  options: object;
}
