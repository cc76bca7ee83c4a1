import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

const look = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md border font-medium transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      kind: {
        primary: "border-transparent bg-pine text-on-pine hover:bg-pine-strong",
        plain: "border-line-strong bg-panel text-ink hover:bg-raised",
        quiet: "border-transparent text-ink-soft hover:bg-raised hover:text-ink",
        danger: "border-bad-line bg-panel text-bad hover:bg-bad-wash",
      },
      size: { small: "h-7 px-2.5 text-[13px]", normal: "h-9 px-3.5", large: "h-11 px-5 text-base", icon: "size-8" },
    },
    defaultVariants: { kind: "plain", size: "normal" },
  },
);

type Props = ComponentProps<"button"> & VariantProps<typeof look> & { asChild?: boolean; busy?: boolean };

/** `busy` shows that the press is being worked on and refuses another; `asChild` lends the look to a link. */
export function Button({ className, kind, size, asChild, busy, disabled, children, type, ...rest }: Props) {
  const classes = classNames(look({ kind, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button type={type ?? "button"} className={classes} disabled={disabled || busy} aria-busy={busy} {...rest}>
      {busy && <LoaderCircle className="animate-spin" aria-hidden />}
      {children}
    </button>
  );
}
