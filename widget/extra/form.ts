import type { Attributes } from "../view/element";
import { button, element } from "../view/kit";
import type { DeskWords } from "./desk-words";
import type { ExtraWorld } from "./extra";

export interface FormPlan {
  title: string;
  text?: string;
  parts: HTMLElement[];
  send: string;
  /** What cannot be undone looks so. */
  grave?: boolean;
  submit(): Promise<void>;
}

/** Shows a form over the conversation until it is sent or left. A refusal is said in it, and it can be sent again. */
export function showForm(world: ExtraWorld, words: DeskWords, plan: FormPlan): void {
  const trouble = element("p.trouble", { role: "alert" });
  const send = element(`button.${plan.grave ? "primary grave" : "primary"}`, { type: "submit" }, plan.send);
  const form = element(
    "form.desk",
    { "aria-label": plan.title },
    element("h3", {}, plan.title),
    plan.text && element("p", {}, plan.text),
    ...plan.parts,
    trouble,
    element(
      "div.tools",
      {},
      send,
      button("quiet", {}, () => world.cover(null), words.cancel),
    ),
  );
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    // Or a panel that covers the page would take it for its own.
    event.preventDefault();
    world.cover(null);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (send.ariaDisabled === "true") return;
    send.ariaDisabled = "true";
    trouble.textContent = "";
    try {
      await plan.submit();
      world.cover(null);
    } catch (thrown) {
      trouble.textContent = await world.report(thrown);
    }
    send.ariaDisabled = "false";
  });
  world.cover(form);
}

/** A labelled field. */
export function field(tag: "input" | "textarea", label: string, attributes: Attributes) {
  const input = element(tag, { class: "field", dir: "auto", ...attributes });
  return {
    node: element("label.labelled", {}, label, input),
    value: () => input.value.trim(),
  };
}

/** One of several, as a row of radio buttons. */
export function choice(label: string, options: [value: string, label: string][]) {
  const name = `c${options.length}`;
  const inputs = options.map(([value]) => element("input", { type: "radio", name, value }));
  const rows = options.map(([, words], at) => element("label.option", {}, inputs[at], words));
  return {
    node: element("fieldset", {}, element("legend", {}, label), element("div.options", {}, ...rows)),
    value: () => inputs.find((input) => input.checked)?.value,
  };
}
