import { type ReactNode, Suspense } from "react";
import { Inbox } from "@/ui/conversation/inbox";
import { load, tenantOf } from "../../../caller";

interface Props {
  children: ReactNode;
  params: Promise<{ tenant: string }>;
}

/** The list stays where it is while conversations beside it are opened. */
export default async function InboxLayout({ children, params }: Props) {
  const tenantId = await tenantOf(params);
  const origins = await load((caller) => caller.conversation.origins({ tenantId }));
  return (
    <Suspense>
      <Inbox tenantId={tenantId} origins={origins}>
        {children}
      </Inbox>
    </Suspense>
  );
}
