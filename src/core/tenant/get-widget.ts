import { z } from "zod";
import { noteWidget, WidgetVersion } from "@/core/origin/note-widget";
import type { Visitor } from "@/core/visitor/visitor";

export const GetWidget = z.object({
  /** The widget's own; the console shows it beside the origin. */
  version: WidgetVersion.optional(),
});
export type GetWidget = z.infer<typeof GetWidget>;

/** What the widget must know before it is opened: look, texts, and what the tenant demands of visitors. */
export function getWidget(visitor: Visitor, { version }: GetWidget) {
  if (version) noteWidget(visitor, version);
  const { name, demand, look, filesOn } = visitor.configuration;
  const { escalation, citations, carryOver: _, locale: __, ...rest } = look;
  return { name, demand, ...rest, features: { feedback: true, uploads: filesOn, escalation, citations } };
}
