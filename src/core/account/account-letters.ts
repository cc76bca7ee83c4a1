// What people are told of their account by mail. Links are made from the configured address, never from a request's.
import type { Letter } from "@/core/mail/mail";
import type { Product } from "@/core/product";

/** The link of a page that takes a token. */
export const toLink = (product: Product, page: "verify" | "reset" | "confirm-email", token: string) =>
  `${product.publicUrl}/${page}?token=${token}`;

const unasked = "If you did not ask for this, you can leave this mail alone: nothing changes without the link.";

export const confirmationLetter = (to: string, link: string): Letter => ({
  to,
  subject: "Confirm your e-mail address",
  lines: ["Open the link within 24 hours to confirm that this address is yours."],
  action: { label: "Confirm address", link },
  foot: unasked,
});

export const takenLetter = (product: Product, to: string): Letter => ({
  to,
  subject: "You have an account already",
  lines: ["Somebody, probably you, entered this address for an account. There is one already: sign in instead."],
  action: { label: "Sign in", link: `${product.publicUrl}/sign-in` },
  foot: `If you have forgotten your password, set a new one at ${product.publicUrl}/reset. If this was not you, nothing has changed.`,
});

export const resetLetter = (to: string, link: string): Letter => ({
  to,
  subject: "Set a new password",
  lines: ["Open the link within 30 minutes to set a new password. It works once, and ends every sign-in."],
  action: { label: "Set a new password", link },
  foot: unasked,
});

export const changeLetter = (to: string, link: string): Letter => ({
  to,
  subject: "Confirm your new e-mail address",
  lines: ["Open the link within an hour to make this the address of your account."],
  action: { label: "Use this address", link },
  foot: unasked,
});

/** Something about the account's security that its owner should know of. */
export const noticeLetter = (product: Product, to: string, subject: string, line: string): Letter => ({
  to,
  subject,
  lines: [line, "If that was you, there is nothing to do."],
  action: { label: "Look at your account", link: `${product.publicUrl}/account` },
  foot: `If it was not you, set a new password at ${product.publicUrl}/reset: that ends every sign-in.`,
});
