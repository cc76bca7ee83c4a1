import type { Product } from "@/core/product";
import type { Letter } from "./mail";

const PLACE = "mail:letter";

/**
 * Hands a letter over to be sent; the queue keeps it sealed, for the link in it lets somebody in. Call it after the
 * commit. Without a mail server its link goes to the server's log.
 */
export async function postLetter(product: Product, letter: Letter): Promise<void> {
  if (product.mailer) {
    await product.jobs.send("send-mail", { sealed: product.vault.seal(JSON.stringify(letter), PLACE) });
  } else if (letter.action) {
    product.log.info({ link: letter.action.link }, `Mail to ${letter.to}: ${letter.subject}`);
  }
}

/** The letter a job carries. */
export function openLetter(product: Product, sealed: string): Letter {
  return JSON.parse(product.vault.open(sealed, PLACE)) as Letter;
}
