"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";

type Change = Record<string, string>;

/**
 * What a list is narrowed to, kept in the address: it can be linked, and going back undoes a choice. `typed` is for what
 * is set letter by letter: it takes the place of what was there, so that going back does not spell it.
 */
export function useUrlState(): [
  get: (name: string) => string,
  set: (change: Change, how?: "chosen" | "typed") => void,
  query: string,
] {
  const params = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const query = params.toString();
  const set = useCallback(
    (change: Change, how: "chosen" | "typed" = "chosen") => {
      const next = new URLSearchParams(query);
      for (const [name, value] of Object.entries(change)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      const address = next.size > 0 ? `${path}?${next}` : path;
      if (how === "typed") router.replace(address, { scroll: false });
      else router.push(address, { scroll: false });
    },
    [query, path, router],
  );
  return [(name) => params.get(name) ?? "", set, query];
}

const PAUSE_MS = 250;

/** The text of a search field and how to set it; the address follows after a pause, and the text the address. */
export function useUrlText(name: string): [text: string, setText: (text: string) => void] {
  const [get, set] = useUrlState();
  const said = get(name);
  const [text, setText] = useState(said);
  const heard = useRef(said);
  useEffect(() => {
    if (said === heard.current) return;
    heard.current = said;
    setText(said);
  }, [said]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === heard.current) return;
    const timer = setTimeout(() => {
      heard.current = wanted;
      set({ [name]: wanted }, "typed");
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, name, set]);
  return [text, setText];
}
