"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Moment } from "../part/moment";
import { Empty, Section } from "../part/section";
import { toast } from "../part/toast";
import { useAsked } from "../part/use-asked";
import { InviteDialog } from "./invite-dialog";
import { mayHandle, type Role } from "./role-select";
import { SentLink } from "./sent-link";

type Invitation = Outputs["invitation"]["list"][number];

export function InvitationList({ tenantId, own, initial }: { tenantId: string; own: Role; initial: Invitation[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const [inviting, setInviting] = useState(false);
  const [asked, settleAsked] = useAsked("invite");
  const close = () => {
    setInviting(false);
    settleAsked();
  };
  const [link, setLink] = useState<string>();
  const invitations = useQuery({ ...api.invitation.list.queryOptions({ tenantId }), initialData: initial });
  const settle = () => queries.invalidateQueries(api.invitation.list.queryFilter());
  const resend = useMutation(
    api.invitation.resend.mutationOptions({
      onSuccess: (sent) => (sent.link ? setLink(sent.link) : toast.success("Sent again")),
      onError: (error) => toast.error(error.message),
      onSettled: settle,
    }),
  );
  const revoke = useMutation(
    api.invitation.revoke.mutationOptions({
      onSuccess: () => toast.success("Invitation taken back"),
      onError: (error) => toast.error(error.message),
      onSettled: settle,
    }),
  );
  return (
    <Section
      flush
      title="Invitations"
      description="A link by mail, good for seven days and for its address only."
      action={
        <Button kind="primary" onClick={() => setInviting(true)}>
          <UserPlus aria-hidden /> Invite…
        </Button>
      }
    >
      {invitations.data.length === 0 ? (
        <Empty icon={<UserPlus />} title="Nobody is invited">
          Invite the people who answer your visitors or look after your help pages.
        </Empty>
      ) : (
        <ul className="divide-y">
          {invitations.data.map((invitation) => (
            <li key={invitation.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 sm:px-5">
              <div className="min-w-0 flex-1 basis-48">
                <p className="flex items-center gap-2">
                  <span className="truncate font-medium">{invitation.email}</span>
                  <Badge>{invitation.role}</Badge>
                  {invitation.expired && <Badge tone="warn">expired</Badge>}
                </p>
                <p className="text-[13px] text-ink-faint">
                  {invitation.expired ? "expired " : "expires "}
                  <Moment at={invitation.expiresAt} />
                </p>
              </div>
              <div className="flex gap-2">
                {mayHandle(own, invitation.role) && (
                  <Button
                    size="small"
                    busy={resend.isPending && resend.variables.id === invitation.id}
                    onClick={() => resend.mutate({ tenantId, id: invitation.id })}
                  >
                    Send again
                  </Button>
                )}
                <Button
                  kind="danger"
                  size="small"
                  busy={revoke.isPending && revoke.variables.id === invitation.id}
                  onClick={() => revoke.mutate({ tenantId, id: invitation.id })}
                >
                  Take back
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {(inviting || asked) && (
        <InviteDialog
          tenantId={tenantId}
          own={own}
          onClose={close}
          onSent={(sent) => {
            close();
            setLink(sent ?? undefined);
            void settle();
          }}
        />
      )}
      {link && <SentLink link={link} onClose={() => setLink(undefined)} />}
    </Section>
  );
}
