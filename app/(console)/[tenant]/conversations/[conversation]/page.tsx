import type { Metadata } from "next";
import { Transcript } from "@/ui/conversation/transcript";
import { load, tenantNow, tenantOf } from "../../../../caller";

export const metadata: Metadata = { title: "Conversation" };

interface Props {
  params: Promise<{ tenant: string; conversation: string }>;
}

export default async function ConversationPage({ params }: Props) {
  const tenantId = await tenantOf(params);
  const { conversation: id } = await params;
  const [conversation, tenant] = await load((caller) =>
    Promise.all([caller.conversation.get({ tenantId, id }), tenantNow(tenantId)]),
  );
  return <Transcript key={id} tenantId={tenantId} role={tenant.role} initial={conversation} />;
}
