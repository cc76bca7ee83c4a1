// A place in a team that waits for whoever holds its link, and whose address it was sent to.
import { randomSecret, sha256Hex } from "@/core/id/id";
import type { Letter } from "@/core/mail/mail";
import { postLetter } from "@/core/mail/post-letter";
import type { Member, Role } from "@/core/member/member";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";

const LIFETIME_MS = 7 * 24 * 3600_000;

/** A fresh link: 256 random bits, or `given`, of which only the hash is kept, for seven days. */
export async function makeInvitationToken(product: Product, given?: string) {
  const token = given ?? randomSecret(32);
  const expiresAt = new Date(product.now() + LIFETIME_MS);
  return { token, kept: { tokenHash: await sha256Hex(token), expiresAt } };
}

/** What an invitation's link opens; a used, revoked, expired or unknown one is `not_found`. */
export async function findInvitation(product: Product, token: string) {
  const tokenHash = await sha256Hex(token);
  const found = await product.database.directory((tx) =>
    tx.invitation.findFirst({
      where: { tokenHash, expiresAt: { gt: new Date(product.now()) } },
      select: { tenantId: true, email: true, role: true },
    }),
  );
  if (!found) {
    throw new Failure("not_found", { detail: "This invitation was used, taken back or has expired. Ask for another." });
  }
  return { ...found, role: found.role as Role, tokenHash };
}

interface Sent {
  email: string;
  role: string;
  token: string;
  tenantName: string;
  inviter: string | null;
}

/** Sends the link. Answers it as well where the installation is local and sends no mail. */
export async function postInvitation({ product }: Member, sent: Sent): Promise<{ link: string | null }> {
  const link = toInvitationLink(product, sent.token);
  const letter: Letter = {
    to: sent.email,
    subject: `Join ${sent.tenantName} on Gatehouse`,
    lines: [
      `${sent.inviter ?? "The operator"} invited you to the team of “${sent.tenantName}” as ${sent.role}.`,
      "The link is good for seven days, once, and for this address only.",
    ],
    action: { label: "See the invitation", link },
    foot: "If you do not know what this is about, you can leave this mail alone.",
  };
  await postLetter(product, letter);
  return { link: toShownLink(product, sent.token) };
}

const toInvitationLink = (product: Product, token: string) => `${product.publicUrl}/invitation/${token}`;

/** The link for the page: only where the installation is local and sends no mail. */
export function toShownLink(product: Product, token: string): string | null {
  return product.local && !product.mailer ? toInvitationLink(product, token) : null;
}
