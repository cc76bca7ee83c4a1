import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";

const look = cva("inline-flex items-center gap-1.5 rounded-full border px-2 py-0.5 font-medium text-xs", {
  variants: {
    tone: {
      neutral: "border-line-strong bg-raised text-ink-soft",
      good: "border-pine-line bg-pine-wash text-good",
      warn: "border-warn-line bg-warn-wash text-warn",
      bad: "border-bad-line bg-bad-wash text-bad",
    },
  },
  defaultVariants: { tone: "neutral" },
});

export function Badge({ tone, children }: VariantProps<typeof look> & { children: ReactNode }) {
  return <span className={look({ tone })}>{children}</span>;
}
