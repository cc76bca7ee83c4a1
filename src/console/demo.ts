// What the demo site's pages need of the product beside the public procedures.
import { toAnchor } from "@/core/passage/cut-passages";

/** The id under which a help page's heading stands: the same that a citation's address ends in. */
export function toHelpAnchor(heading: string): string | undefined {
  return toAnchor(heading) ?? undefined;
}
