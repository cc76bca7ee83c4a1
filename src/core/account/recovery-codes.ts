import { requireRecentSignIn } from "@/core/member/member";
import { Failure } from "@/failures";
import type { Transaction } from "@/store/database";
import type { Account } from "./account";
import { hashRecoveryCode } from "./spend-code";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const COUNT = 10;
const BYTES = 16;

/** Replaces a user's recovery codes by ten new ones of 80 bits; only their hashes are kept. */
export async function putRecoveryCodes(tx: Transaction, userId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newRecoveryCode);
  await tx.recoveryCode.deleteMany({ where: { userId } });
  for (const code of codes)
    await tx.recoveryCode.create({ data: { hash: await hashRecoveryCode(userId, code), userId } });
  return codes;
}

function newRecoveryCode(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) => ALPHABET[byte % 32]);
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** Ten new recovery codes, shown this once; the old ones are worth nothing from then on. Demands a recent sign-in. */
export async function renewRecoveryCodes(account: Account): Promise<{ recoveryCodes: string[] }> {
  const { product, userId } = account;
  requireRecentSignIn(account);
  return product.database.directory(async (tx) => {
    const on = await tx.user.findFirst({ where: { id: userId, totpSince: { not: null } }, select: { id: true } });
    if (!on) throw new Failure("conflict", { detail: "Two-step sign-in is off." });
    return { recoveryCodes: await putRecoveryCodes(tx, userId) };
  });
}
