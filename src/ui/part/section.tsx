import type { ReactNode } from "react";
import { classNames } from "./class-names";

interface SectionProps {
  /** To be linked to. */
  id?: string;
  title: string;
  description?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
  /** Rows reach the border themselves. */
  flush?: boolean;
  /** Nothing below the title yet. */
  bare?: boolean;
}

/** A titled panel of a console page. */
export function Section({ id, title, description, action, children, flush, bare }: SectionProps) {
  return (
    <section id={id} className="min-w-0 scroll-mt-6 rounded-lg border bg-panel">
      <header
        className={classNames(
          "flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-4 py-3.5 sm:flex-nowrap sm:px-5",
          !bare && "border-b",
        )}
      >
        <div className="max-w-xl">
          <h2 className="font-semibold text-[15px] leading-6">{title}</h2>
          {description && <p className="mt-0.5 text-ink-soft">{description}</p>}
        </div>
        {action}
      </header>
      <div className={classNames(!flush && !bare && "p-4 sm:p-5")}>{children}</div>
    </section>
  );
}

export function PageTitle({ title, lead, action }: { title: string; lead?: ReactNode; action?: ReactNode }) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="max-w-2xl">
        <h1 className="font-semibold text-[22px] leading-7 tracking-tight">{title}</h1>
        {lead && <p className="mt-1.5 text-ink-soft">{lead}</p>}
      </div>
      {action}
    </div>
  );
}

/** What stands where a list would: what belongs here and the next step. */
export function Empty({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-12 text-center">
      <div className="mb-1 grid size-10 place-items-center rounded-lg border bg-raised text-ink-faint [&_svg]:size-5">
        {icon}
      </div>
      <p className="font-medium">{title}</p>
      <div className="max-w-sm text-ink-soft [&>:is(a,button)]:mx-auto [&>:is(a,button)]:flex [&>:is(a,button)]:w-fit">
        {children}
      </div>
    </div>
  );
}
