import { z } from "zod";
import { Text } from "./text";

const MOST = 20;

/**
 * What the page says of itself where a conversation begins, such as `{"cart": "3 items"}`: at most 20 names of 40
 * characters with texts of 200. A browser said it, so nobody has proved it: the team reads it, no answer is made of it.
 */
export const PageContext = z
  .record(Text.min(1).max(40), Text.max(200))
  .refine((context) => Object.keys(context).length <= MOST, `At most ${MOST} entries.`);
export type PageContext = z.infer<typeof PageContext>;
