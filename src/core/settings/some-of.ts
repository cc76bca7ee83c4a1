// Settings that are changed a few at a time: what is not named stays, whoever changed it last.
import { z } from "zod";
import { Failure } from "@/failures";

type WithoutDefault<Field> = Field extends z.ZodDefault<infer Inner> ? Inner : Field;
type SomeOf<Shape extends z.ZodRawShape> = { [Name in keyof Shape]: z.ZodOptional<WithoutDefault<Shape[Name]>> };

/**
 * The schema of a change: each field may be left out. Zod's own `partial` would fill in the default of what is left out,
 * and so undo every other setting.
 */
export function someOf<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>): z.ZodObject<SomeOf<Shape>> {
  const fields = Object.entries(schema.shape).map(([name, field]) => [
    name,
    z.optional(field instanceof z.ZodDefault ? field.unwrap() : field),
  ]);
  return z.object(Object.fromEntries(fields) as SomeOf<Shape>);
}

/** What a change names, without what is `undefined`. */
export function named<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/**
 * Throws `conflict` when a setting is no longer what the page showed: somebody else was quicker. Only what `seen` names
 * is compared; `undefined` for a caller who does not say.
 */
export function requireAsSeen(seen: object | undefined, present: object, what: string): void {
  if (!seen) return;
  const now = present as Record<string, unknown>;
  const isOther = Object.entries(named(seen)).some(([name, value]) => plain(value) !== plain(now[name]));
  if (isOther)
    throw new Failure("conflict", { detail: `Somebody changed ${what} meanwhile: look at it as it is now.` });
}

// Two values are one when they read alike: dates by their moment, objects whatever the order of their keys.
function plain(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
