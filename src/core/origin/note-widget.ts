import { z } from "zod";
import { observations } from "@/core/observation/observation";
import type { Visitor } from "@/core/visitor/visitor";
import { findAllowed } from "./origin";

/** As the widget's build names itself. */
export const WidgetVersion = z.string().regex(/^[\w.+-]{1,40}$/, "A version such as 1.2.3.");

export const NoteBlocked = z.object({
  /** The directive of the page's Content-Security-Policy that refused a request to us; all of them are connections. */
  directive: z
    .string()
    .regex(/^[a-z-]{3,40}$/, "The name of a directive.")
    .default("connect-src"),
  version: WidgetVersion.optional(),
});
export type NoteBlocked = z.infer<typeof NoteBlocked>;

/** Notes for the console which widget came from this origin; written a while later, many requests as one. */
export function noteWidget(visitor: Visitor, version: string): void {
  note(visitor, { version });
}

/** The same of what the page's own policy keeps the widget from. */
export function noteBlocked(visitor: Visitor, { directive, version }: NoteBlocked): void {
  note(visitor, { directive, ...(version && { version }) });
}

function note(visitor: Visitor, said: { version?: string; directive?: string }): void {
  const { product, tenantId, origin, configuration } = visitor;
  const entry = findAllowed(configuration.origins, origin, product.now());
  if (entry) observations(product).said(tenantId, entry.pattern, said);
}
