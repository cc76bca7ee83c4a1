type Child = Node | string | null | undefined | false;
export type Attributes = Record<string, string | number | boolean | null | undefined>;
type Tag = keyof HTMLElementTagNameMap;

/**
 * Makes an element of the widget from `tag.class`: attributes by name (null is left out), children in order. Strings
 * become text, never HTML.
 */
export function element<K extends Tag>(
  selector: K | `${K}.${string}`,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const [tag = "", name] = selector.split(".");
  const made = document.createElement(tag as K);
  if (name) made.className = name;
  for (const [name, value] of Object.entries(attributes)) {
    // ARIA's false is a word, HTML's is absence.
    if (value === true || (value === false && !name.startsWith("aria"))) made.toggleAttribute(name, value);
    else if (value !== null && value !== undefined) made.setAttribute(name, `${value}`);
  }
  made.append(...children.filter((child): child is Node | string => !!child));
  return made;
}

/** A button of a class, with a name when its face is no text; buttons of the widget never submit the host's forms. */
export function button(
  look: string,
  attributes: Attributes,
  onClick: () => void,
  ...children: Child[]
): HTMLButtonElement {
  const made = element(`button.${look}`, { type: "button", ...attributes }, ...children);
  made.onclick = onClick;
  return made;
}

/** What a button without words is called, aloud and under the pointer. */
export function named(label: string): Attributes {
  return { "aria-label": label, title: label };
}
