import { useSyncExternalStore } from "react";

export interface Item {
  name: string;
  euros: number;
}

const NAME = "shop.basket";
const nothing: Item[] = [];
const shown = new Set<() => void>();
let items = nothing;

/** What is in the basket, alike in all parts of the page that show it; kept for the visit, from page to page. */
export function useBasket() {
  return {
    items: useSyncExternalStore(
      show,
      () => items,
      () => nothing,
    ),
    put: (item: Item) => keep([...items, item]),
    empty: () => keep(nothing),
  };
}

// Read when the first part is alive: the server drew it empty.
function show(draw: () => void): () => void {
  shown.add(draw);
  if (items === nothing) {
    items = read();
    draw();
  }
  return () => shown.delete(draw);
}

function keep(next: Item[]): void {
  items = next;
  try {
    sessionStorage.setItem(NAME, JSON.stringify(items));
  } catch {}
  for (const draw of shown) draw();
}

function read(): Item[] {
  try {
    return JSON.parse(sessionStorage.getItem(NAME) ?? "null") ?? nothing;
  } catch {
    return nothing;
  }
}
