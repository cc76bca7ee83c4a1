import { button, element } from "../view/kit";

export type MenuItem = [label: string, run: () => void];

const folds = new WeakMap<HTMLElement, () => void>();

/**
 * Unfolds further buttons below the one that stands in `anchor`, or folds them up again. Escape and leaving fold them up
 * too; Escape and choosing bring focus back.
 */
export function toggleMenu(anchor: HTMLElement, items: readonly MenuItem[]): void {
  const unfolded = folds.get(anchor);
  if (unfolded) {
    unfolded();
    return;
  }
  // The panel may have been closed while this part was on its way.
  if (!anchor.offsetWidth) return;
  const opener = anchor.firstElementChild as HTMLElement;
  const ending = new AbortController();
  const { signal } = ending;
  const fold = () => {
    ending.abort();
    folds.delete(anchor);
    list.remove();
    opener.setAttribute("aria-expanded", "false");
  };
  const leave = () => {
    fold();
    opener.focus();
  };
  const choices = items.map(([name, run]) => {
    const choose = () => {
      leave();
      run();
    };
    return button("quiet", {}, choose, name);
  });
  const list = element("div.menu", {}, ...choices);
  anchor.append(list);
  folds.set(anchor, fold);
  opener.setAttribute("aria-expanded", "true");

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    // Or a panel that covers the page would take it for its own.
    event.preventDefault();
    leave();
  };
  const onLeaving = ({ relatedTarget }: FocusEvent) => {
    // Safari gives no focus to a clicked button: then nothing is known to have left.
    if (relatedTarget && !anchor.contains(relatedTarget as Node)) fold();
  };
  anchor.addEventListener("keydown", onKey, { signal });
  anchor.addEventListener("focusout", onLeaving, { signal });
}
