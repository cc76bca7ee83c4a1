import type { Outputs } from "../outputs";
import { Section } from "../part/section";

type Source = Outputs["source"]["get"];

/** What a source became. */
export function PassageList({ source }: { source: Source }) {
  const { passages, counted } = source;
  const more = counted > passages.length ? ` The first ${passages.length} are shown.` : "";
  return (
    <Section
      flush
      title={`${counted} ${counted === 1 ? "passage" : "passages"}`}
      description={`The source as search sees it: cut along its headings. Answers quote from these.${more}`}
    >
      <ol className="divide-y">
        {passages.map((passage, place) => (
          <li key={passage.id} className="grid gap-2 px-4 py-4 sm:grid-cols-[32px_1fr] sm:px-5">
            <span className="font-mono text-ink-faint text-xs leading-6">{place + 1}</span>
            <div className="min-w-0">
              {source.kind === "site" && passage.url !== passages[place - 1]?.url && (
                <p className="mb-1 truncate text-[13px] text-ink-faint">{passage.url}</p>
              )}
              {passage.headings.length > 0 && <p className="font-medium">{passage.headings.join(" › ")}</p>}
              {passage.anchor?.startsWith("page=") && (
                <p className="text-[13px] text-ink-faint">Page {passage.anchor.slice(5)}</p>
              )}
              <p className="mt-1 whitespace-pre-wrap break-words text-ink-soft leading-6" dir="auto">
                {passage.text}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
