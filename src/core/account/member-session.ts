import { randomSecret, sha256Hex } from "@/core/id/id";
import { postLetter } from "@/core/mail/post-letter";
import type { Product } from "@/core/product";
import type { Transaction } from "@/store/database";
import type { Account } from "./account";
import { noticeLetter } from "./account-letters";

/** What the session list shows of a browser. */
export interface Device {
  userAgent: string;
  address: string;
}

type Who = { id: string; email: string };

/** Starts a sign-in and tells its owner when the browser is a new one. `secret` goes into the cookie; its hash is kept. */
export async function beginMemberSession(product: Product, user: Who, device: Device) {
  const userAgent = device.userAgent.slice(0, 300);
  const { begun, isNew } = await product.database.directory(async (tx) => {
    const before = await tx.memberSession.findMany({ where: { userId: user.id }, select: { userAgent: true } });
    const isNew = before.length > 0 && !before.some((session) => session.userAgent === userAgent);
    return { begun: await startMemberSession(tx, product, user, device), isNew };
  });
  if (isNew) {
    const line = `A browser that was not seen before signed in (${userAgent || "unnamed"}, ${device.address || "address unknown"}).`;
    await postLetter(product, noticeLetter(product, user.email, "New sign-in", line));
  }
  return begun;
}

/** The same within a transaction, without a word to anybody. */
export async function startMemberSession(tx: Transaction, product: Product, user: Who, device: Device) {
  const secret = randomSecret(32);
  const now = new Date(product.now());
  const data = {
    id: await sha256Hex(secret),
    userId: user.id,
    address: device.address,
    createdAt: now,
    lastSeenAt: now,
  };
  await tx.memberSession.create({ data: { ...data, userAgent: device.userAgent.slice(0, 300) } });
  return { userId: user.id, email: user.email, secret };
}

/** Gives a sign-in a new secret, as whatever raises what it may do must; the old one is worth nothing from then on. */
export async function renewMemberSession(tx: Transaction, account: Account, more: { confirmedAt?: Date } = {}) {
  const secret = randomSecret(32);
  await tx.memberSession.update({ where: { id: account.sessionId }, data: { ...more, id: await sha256Hex(secret) } });
  return { secret };
}

/** Ends every sign-in of a user, but for one. */
export async function endMemberSessions(tx: Transaction, product: Product, userId: string, but?: string) {
  const ended = await tx.memberSession.updateMany({
    where: { userId, revokedAt: null, ...(but ? { id: { not: but } } : {}) },
    data: { revokedAt: new Date(product.now()) },
  });
  return ended.count;
}
