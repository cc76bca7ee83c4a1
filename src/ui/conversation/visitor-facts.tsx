import Link from "next/link";
import type { Outputs } from "../outputs";
import { Moment } from "../part/moment";

interface VisitorFactsProps {
  tenantId: string;
  conversation: Outputs["conversation"]["get"];
}

/** Who asks, from where, and what became of it. */
export function VisitorFacts({ tenantId, conversation }: VisitorFactsProps) {
  const { identity, escalation, closing, files, context } = conversation;
  const facts = [
    { label: "Origin", value: conversation.origin },
    {
      label: "Visitor",
      value: identity ? (
        <Link
          className="underline decoration-line-strong underline-offset-2 hover:decoration-ink"
          href={`/${tenantId}/conversations?user=${encodeURIComponent(identity.userId)}`}
        >
          {identity.email ?? identity.userId}
        </Link>
      ) : (
        "Anonymous"
      ),
    },
    ...(identity?.plan ? [{ label: "Plan", value: identity.plan }] : []),
    ...(identity?.roles.length ? [{ label: "Roles", value: identity.roles.join(", ") }] : []),
    { label: "Begun", value: <Moment at={conversation.createdAt} /> },
    ...Object.entries(context ?? {}).map(([name, value]) => ({ label: `The page says: ${name}`, value })),
    ...(escalation ? [{ label: "Asked for a person", value: <Moment at={escalation.at} /> }] : []),
    ...(escalation?.reason ? [{ label: "Because", value: escalation.reason }] : []),
    ...(escalation?.email ? [{ label: "Reachable at", value: escalation.email }] : []),
    ...(closing
      ? [{ label: "Closed", value: `${closing.resolution ?? ""}${closing.rating ? `, ${closing.rating} of 10` : ""}` }]
      : []),
    ...(files.length > 0 ? [{ label: "Files", value: files.map(({ name }) => name).join(", ") }] : []),
  ];
  return (
    <dl className="mx-auto flex max-w-3xl flex-wrap gap-x-8 gap-y-3 px-4 py-5 sm:px-6">
      {facts.map(({ label, value }) => (
        <div key={label} className="min-w-0">
          <dt className="text-[13px] text-ink-faint">{label}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
