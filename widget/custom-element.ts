import { type Options, readAttributes, readProperties } from "./options/options";
import { own, type Start } from "./page-interface";

/** Defines `<gatehouse-chat>` under each of its names: standing in a page starts a widget, leaving it ends it. */
export function defineElements(
  view: Window & typeof globalThis,
  names: string[],
  base: () => Options,
  start: Start,
): void {
  for (const name of names) {
    if (view.customElements.get(name)) continue;
    view.customElements.define(
      name,
      class extends view.HTMLElement {
        // Nothing while another widget was first.
        end: ReturnType<Start>;

        connectedCallback() {
          if (!own.has(this)) this.end = start({ ...base(), ...readAttributes(this), ...readProperties(this) }, this);
        }

        disconnectedCallback() {
          // Frameworks move elements by taking them out and putting them back in.
          queueMicrotask(() => this.isConnected || this.end?.());
        }
      },
    );
  }
}
