"use client";
import dynamic from "next/dynamic";
import type { ComponentProps } from "react";
import type { DayBars as Bars } from "./day-bars";

// Drawing comes after the page: nobody waits for a library to read a number.
const Drawn = dynamic(() => import("./day-bars").then((part) => part.DayBars), { ssr: false });

/** Takes its room at once, so that nothing moves when the drawing comes. */
export function DayBars(props: ComponentProps<typeof Bars>) {
  return (
    <div className={props.small ? "h-36" : "h-56"} aria-hidden>
      <Drawn {...props} />
    </div>
  );
}
