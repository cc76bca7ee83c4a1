import type { Metadata } from "next";
import { Message } from "@/ui/conversation/message";
import { BackLink } from "@/ui/part/back-link";
import { Badge } from "@/ui/part/badge";
import { Moment } from "@/ui/part/moment";
import { PageTitle } from "@/ui/part/section";
import { load, tenantOf } from "../../../../caller";

export const metadata: Metadata = { title: "Conversation" };

interface Props {
  params: Promise<{ tenant: string; conversation: string }>;
}

export default async function ConversationPage({ params }: Props) {
  const tenantId = await tenantOf(params);
  const { conversation: id } = await params;
  const conversation = await load((caller) => caller.conversation.get({ tenantId, id }));
  const { identity } = conversation;
  const facts = [
    { label: "Origin", value: conversation.origin },
    { label: "Visitor", value: identity ? (identity.email ?? identity.userId) : "Anonymous" },
    ...(identity?.plan ? [{ label: "Plan", value: identity.plan }] : []),
    ...(identity?.roles.length ? [{ label: "Roles", value: identity.roles.join(", ") }] : []),
    { label: "Begun", value: <Moment at={conversation.createdAt} /> },
  ];
  return (
    <>
      <BackLink href={`/${tenantId}/conversations`}>Conversations</BackLink>
      <PageTitle
        title="Conversation"
        action={identity ? <Badge tone="good">Verified identity</Badge> : <Badge>Anonymous</Badge>}
      />
      <dl className="mb-5 flex flex-wrap gap-x-8 gap-y-3">
        {facts.map(({ label, value }) => (
          <div key={label} className="min-w-0">
            <dt className="text-[13px] text-ink-faint">{label}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
      <ol className="divide-y rounded-lg border bg-panel">
        {conversation.messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ol>
    </>
  );
}
