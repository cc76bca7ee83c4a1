import type { Outputs } from "../outputs";
import { OutsideLink } from "../part/outside-link";
import { Marker } from "./answer-text";

type Citation = Outputs["playground"]["ask"]["citations"][number];

/** The evidence of an answer: what was quoted, and where it stands. */
export function CitationList({ citations }: { citations: Citation[] }) {
  if (citations.length === 0) return null;
  return (
    <ul className="grid gap-2" aria-label="Evidence">
      {citations.map((citation) => (
        <li key={citation.marker} className="rounded-md border bg-ground px-3.5 py-2.5 text-[13px]">
          <p className="flex min-w-0 items-center gap-1.5 font-medium">
            <Marker number={citation.marker} />
            {citation.url ? (
              <OutsideLink href={citation.url}>{citation.title}</OutsideLink>
            ) : (
              <span className="truncate">{citation.title}</span>
            )}
          </p>
          <blockquote className="mt-1.5 whitespace-pre-wrap break-words border-pine-line border-l-2 pl-3 text-ink-soft leading-5">
            {citation.quote}
          </blockquote>
        </li>
      ))}
    </ul>
  );
}
