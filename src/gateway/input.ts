import type { z } from "zod";
import { Failure } from "@/failures";

/** The fields of a request as a verb's input; `input_invalid` names each that is wrong. A schema of null takes nothing. */
export function parseInput(schema: z.ZodType | null, fields: Record<string, unknown> | Failure): unknown {
  const parsed = schema?.safeParse(fields);
  if (!parsed || parsed.success) return parsed?.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  throw new Failure("input_invalid", { errors });
}
