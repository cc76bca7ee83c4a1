/** Typing here is none of the page's business: its shortcuts and focus traps must not hear of it. Escape closes. */
export function keepKeys(root: HTMLElement, close: () => void, signal: AbortSignal): void {
  for (const name of ["keydown", "keyup", "keypress", "focusin", "focusout"]) {
    const keep = (event: Event) => {
      event.stopPropagation();
      const { key, isComposing } = event as KeyboardEvent;
      if (name === "keydown" && key === "Escape" && !isComposing) close();
    };
    root.addEventListener(name, keep, { signal });
  }
}
