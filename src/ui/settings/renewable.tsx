"use client";
import { type ReactNode, useState } from "react";

export interface Renewal {
  /** Forgets what was typed and begins with what is stored now. */
  renew: () => void;
}

/** A form that can be drawn anew when what it was filled in on is no longer so. */
export function renewable<Props extends object>(Form: (props: Props & Renewal) => ReactNode) {
  return function Renewable(props: Props) {
    const [round, setRound] = useState(0);
    return <Form key={round} {...props} renew={() => setRound(round + 1)} />;
  };
}
