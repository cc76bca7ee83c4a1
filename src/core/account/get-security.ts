import type { Account } from "./account";

/** How the account is guarded beside its password. */
export function getSecurity({ product, userId }: Account) {
  return product.database.directory(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    const passkeys = await tx.passkey.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
    return {
      hasPassword: user.passwordHash !== null,
      twoStepSince: user.totpSince,
      recoveryCodes: await tx.recoveryCode.count({ where: { userId } }),
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
    };
  });
}
