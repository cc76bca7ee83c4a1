import type { Account } from "@/core/account/account";
import type { Device } from "@/core/account/member-session";
import type { Product } from "@/core/product";

/** What every procedure is given: the product, and who asks. */
export interface ConsoleContext {
  product: Product;
  /** Null when nobody is signed in, or the sign-in was revoked. */
  account: Account | null;
  device: Device;
  /** Whether the request comes from our own pages; demanded of everything that changes something. */
  sameOrigin: boolean;
  /** Puts a sign-in's new secret into the cookie of the answer. None while a page is rendered: pages change nothing. */
  keepSignIn?(secret: string): Promise<void>;
  /** Of the log's line and of an unexpected error's message. */
  requestId: string;
}
