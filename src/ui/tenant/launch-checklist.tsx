import { Check, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { Outputs } from "../outputs";
import { classNames } from "../part/class-names";
import { Section } from "../part/section";

interface LaunchChecklistProps {
  tenantId: string;
  overview: Outputs["tenant"]["overview"];
}

/** From nothing to an answer on the tenant's own site; each step's state is counted in the database. Gone when done. */
export function LaunchChecklist({ tenantId, overview }: LaunchChecklistProps) {
  const { origins, sources, passages, asked } = overview;
  const steps = [
    {
      done: origins > 0,
      title: "Allow your site",
      note: origins > 0 ? `${plural(origins, "origin")} on the list` : "An empty list lets nobody in",
      path: "origins",
    },
    {
      done: sources > 0,
      title: "Give it something to know",
      note:
        sources > 0 ? `${plural(sources, "source")}, ${plural(passages, "passage")}` : "Paste a text, or name a page",
      path: "knowledge",
    },
    {
      done: asked,
      title: "Put it on your site",
      note: asked ? "The first conversation has begun" : "Copy one line into your page and ask something there",
      path: "install",
    },
  ];
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  return (
    <Section
      flush
      title="Before visitors come"
      action={
        <span className="text-[13px] text-ink-faint">
          {done} of {steps.length} done
        </span>
      }
    >
      <ol className="divide-y">
        {steps.map((step, i) => (
          <li key={step.path}>
            <Link
              href={`/${tenantId}/${step.path}`}
              className="group flex items-center gap-4 px-4 py-3.5 outline-offset-[-2px] transition-colors hover:bg-raised/60 sm:px-5"
            >
              <span
                className={classNames(
                  "grid size-6 shrink-0 place-items-center rounded-full border text-xs",
                  step.done ? "border-pine bg-pine text-on-pine" : "text-ink-faint",
                )}
              >
                {step.done ? <Check className="size-3.5" aria-label="done" /> : i + 1}
              </span>
              <span className="min-w-0 flex-1">
                <span className={classNames("block font-medium", step.done && "text-ink-soft")}>{step.title}</span>
                <span className="block text-[13px] text-ink-faint">{step.note}</span>
              </span>
              <ChevronRight
                className="size-4 text-ink-faint transition-transform group-hover:translate-x-0.5"
                aria-hidden
              />
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
