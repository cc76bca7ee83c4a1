import type { Product } from "@/core/product";
import { composeMail } from "./compose-mail";
import { openLetter } from "./post-letter";

/** Sends the letter of a job. Throws when the mail server may take it later; one it never takes is given up. */
export async function deliverLetter(product: Product, sealed: string): Promise<void> {
  if (!product.mailer) return;
  const outcome = await product.mailer.send(composeMail(openLetter(product, sealed)));
  if (outcome === "refused") product.log.warn({}, "the mail server refused a letter for good; it is not sent again");
}
