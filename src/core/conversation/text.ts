import { z } from "zod";

/** What people type. NUL and halves of surrogate pairs are no text: Postgres refuses them, and no keyboard makes them. */
export const Text = z.string().regex(/^[^\0\p{Surrogate}]*$/u, "Contains a character that is no text.");
