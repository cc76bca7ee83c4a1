"use client";
import { useCallback } from "react";
import { useUrlState } from "./url-state";

/** Whether the address asks for this action of the page (`?do=`), as the palette does, and how to say that it is done with. */
export function useAsked(action: string): [asked: boolean, settle: () => void] {
  const [get, set] = useUrlState();
  const asked = get("do") === action;
  const settle = useCallback(() => {
    if (asked) set({ do: "" }, "typed");
  }, [asked, set]);
  return [asked, settle];
}
