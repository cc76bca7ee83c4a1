import type { Outputs } from "../outputs";
import { Section } from "../part/section";

type Figures = Outputs["usage"]["figures"];

/** What was asked from which page. */
export function OriginTable({ origins, total }: Pick<Figures, "origins" | "total">) {
  return (
    <Section flush title="By origin">
      {origins.length === 0 ? (
        <p className="p-5 text-ink-soft">Nothing was asked in this period.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too
        <section aria-label="By origin" tabIndex={0} className="overflow-x-auto outline-offset-[-2px]">
          <table className="w-full min-w-[36rem] text-left">
            <thead className="text-[13px] text-ink-faint">
              <tr className="border-b [&>th]:px-4 [&>th]:py-2 [&>th]:font-normal sm:[&>th]:px-5">
                <th>Origin</th>
                <th className="text-right">Conversations</th>
                <th className="text-right">Messages</th>
                <th className="text-right">Unanswered</th>
                <th className="text-right">Escalated</th>
              </tr>
            </thead>
            <tbody className="divide-y">
              {[...origins, ...(origins.length > 1 ? [{ origin: "All", ...total }] : [])].map((row) => (
                <tr
                  key={row.origin}
                  className="last:[&:not(:first-child)]:font-medium [&>td]:px-4 [&>td]:py-2.5 sm:[&>td]:px-5"
                >
                  <td className="min-w-56 [overflow-wrap:anywhere]">{row.origin}</td>
                  {[row.conversations, row.questions, row.unanswered, row.escalated].map((value, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                    <td key={place} className="text-right">
                      {value.toLocaleString("en")}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}
