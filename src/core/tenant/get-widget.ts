import type { Visitor } from "@/core/visitor/visitor";

/** What the widget must know before it is opened: look, texts, and what the tenant demands of visitors. */
export function getWidget(visitor: Visitor) {
  const { name, demand, look } = visitor.configuration;
  return { name, demand, ...look, features: { feedback: true } };
}
