"use client";
import { type RefObject, useEffect, useRef } from "react";
import { useAsked } from "./use-asked";

/** For the field that an action of the address begins in: it takes the focus. */
export function useAskedFocus(action: string): RefObject<HTMLInputElement | null> {
  const [asked, settle] = useAsked(action);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!asked) return;
    field.current?.focus();
    field.current?.scrollIntoView({ block: "center" });
    settle();
  }, [asked, settle]);
  return field;
}
