import { hydrateRoot } from "react-dom/client";
import type { Island } from "./island";

/** Makes the page's islands alive, as far as they are among `known`: nothing moves, and what was typed or sent meanwhile counts. */
export function wakeIslands(known: Island<never>[]): void {
  for (const root of document.querySelectorAll<HTMLElement>("[data-island]")) {
    const found = known.find(({ islandName }) => islandName === root.dataset.island);
    if (found) wake(root, found as Island<object>);
  }
}

function wake(root: HTMLElement, { Part }: Island<object>): void {
  hydrateRoot(root, <Part {...JSON.parse(root.dataset.props ?? "{}")} />);
  for (const field of root.querySelectorAll("input"))
    if (field.value !== field.defaultValue) field.dispatchEvent(new Event("input", { bubbles: true }));
  focusWhatComes(root);
  // Held by page-script.ts. After the fields' values have arrived in the form.
  const held = root.querySelector<HTMLFormElement>("form[data-held]");
  if (held) setTimeout(() => held.requestSubmit());
}

// A browser heeds `autofocus` only while a page loads.
function focusWhatComes(root: HTMLElement): void {
  new MutationObserver((changes) => {
    const came = changes
      .flatMap(({ addedNodes }) => Array.from(addedNodes))
      .filter((node) => node instanceof HTMLElement);
    const wanted = came.flatMap((node) => [node, ...node.querySelectorAll<HTMLElement>("[autofocus]")]);
    wanted.find((node) => node.matches("[autofocus]"))?.focus();
  }).observe(root, { childList: true, subtree: true });
}
