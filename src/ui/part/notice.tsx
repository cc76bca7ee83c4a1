import { cva, type VariantProps } from "class-variance-authority";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const look = cva(
  "flex gap-2.5 rounded-md border px-3.5 py-3 text-[13px] [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0",
  {
    variants: {
      tone: {
        info: "border-line bg-raised text-ink-soft",
        warn: "border-warn-line bg-warn-wash text-warn",
        bad: "border-bad-line bg-bad-wash text-bad",
      },
    },
    defaultVariants: { tone: "info" },
  },
);
const icons = { info: Info, warn: TriangleAlert, bad: CircleAlert };

export function Notice({ tone, children }: VariantProps<typeof look> & { children: ReactNode }) {
  const Icon = icons[tone ?? "info"];
  return (
    <div className={look({ tone })} role={tone === "bad" ? "alert" : undefined}>
      <Icon aria-hidden />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
