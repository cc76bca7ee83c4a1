import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Section } from "../part/section";
import { AnswerText } from "./answer-text";
import { CitationList } from "./citation-list";
import { PassageRow } from "./passage-row";

type Tried = Outputs["playground"]["ask"];

/** An answer of the playground: to whom, from what, and where the time went. */
export function TriedAnswer({ tenantId, tried }: { tenantId: string; tried: Tried }) {
  const { identity, model, searchMs, writeMs, totalMs } = tried;
  const facts = [
    { label: "Asked as", value: identity ? toName(identity) : "Anonymous" },
    { label: "Words of", value: model ?? "your sources" },
    { label: "Search", value: toMs(searchMs) },
    { label: "Writing", value: toMs(writeMs) },
    { label: "Total", value: toMs(totalMs) },
  ];
  return (
    <>
      <Section
        title="Answer"
        action={
          tried.grounded ? <Badge tone="good">With evidence</Badge> : <Badge tone="warn">No evidence found</Badge>
        }
      >
        <div className="grid gap-4">
          <AnswerText content={tried.content} />
          <CitationList citations={tried.citations} />
          <dl className="flex flex-wrap gap-x-8 gap-y-3 border-t pt-4">
            {facts.map(({ label, value }) => (
              <div key={label} className="min-w-0">
                <dt className="text-[13px] text-ink-faint">{label}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </Section>
      <Section
        flush
        title="Passages found"
        description="Best first. The share says how much of the question a passage covers; a low one means the question is about something else."
      >
        {tried.passages.length === 0 && (
          <p className="px-5 py-4 text-ink-soft">No passage has words of the question.</p>
        )}
        <ol className="divide-y">
          {tried.passages.map(({ id, sourceId, title, headings, text, score, share }) => (
            <PassageRow
              key={id}
              heading={[title, ...headings].join(" › ")}
              text={text}
              score={score}
              share={share}
              href={`/${tenantId}/knowledge/${sourceId}`}
            />
          ))}
        </ol>
      </Section>
    </>
  );
}

function toName({ userId, userEmail, plan, userRoles }: NonNullable<Tried["identity"]>): string {
  return [userEmail ?? userId, ...(plan ? [`plan ${plan}`] : []), ...(userRoles ?? [])].join(" · ");
}

function toMs(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
