import type { Metadata } from "next";
import { ConversationList } from "@/ui/conversation/conversation-list";
import { PageTitle } from "@/ui/part/section";
import { load, tenantOf } from "../../../caller";

export const metadata: Metadata = { title: "Conversations" };

export default async function ConversationsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const tenantId = await tenantOf(params);
  const first = await load((caller) => caller.conversation.list({ tenantId }));
  return (
    <>
      <PageTitle title="Conversations" lead="What visitors asked on your sites, and the evidence they were given." />
      <section className="rounded-lg border bg-panel">
        <ConversationList tenantId={tenantId} initial={first} />
      </section>
    </>
  );
}
