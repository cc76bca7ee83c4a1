import type { ReactNode } from "react";
import { load, tenantOf } from "../../../../caller";

interface Props {
  children: ReactNode;
  params: Promise<{ tenant: string; conversation: string }>;
}

/** A conversation that is none is the 404 page, said before anything is sent. */
export default async function ConversationLayout({ children, params }: Props) {
  const tenantId = await tenantOf(params);
  const { conversation: id } = await params;
  await load((caller) => caller.conversation.get({ tenantId, id, limit: 1 }));
  return children;
}
