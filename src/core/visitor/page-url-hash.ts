import { z } from "zod";

/** SHA-256 of the page's address, hex: tells pages apart without saying which they are. */
export const PageUrlHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, "A SHA-256 in hex.")
  .toLowerCase();
