"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { usePasswordGate } from "../key/password-gate";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { hasCharacters, ListFilter } from "../part/list-filter";
import { Moment } from "../part/moment";
import { Section } from "../part/section";
import { toast } from "../part/toast";
import { useUrlState } from "../part/url-state";
import { type ApiError, needsPassword } from "../refusal-of";
import { mayHandle, type Role, RoleSelect } from "./role-select";

type Member = Outputs["team"]["list"][number];
/** So few need no filter. */
const FEW = 4;
const roles = { owner: "Owner", admin: "Admin", agent: "Agent", viewer: "Viewer" };
type Asked = { member: Member; about: "remove" | "transfer" };

export function MemberList({ tenantId, own, initial }: { tenantId: string; own: Role; initial: Member[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  const [asked, setAsked] = useState<Asked>();
  const members = useQuery({ ...api.team.list.queryOptions({ tenantId }), initialData: initial });
  const [get] = useUrlState();
  const rows = members.data.filter(
    ({ email, role }) => hasCharacters(get("q"), email) && (get("role") === "" || get("role") === role),
  );
  const settle = () => queries.invalidateQueries(api.team.list.queryFilter());
  const gated = (error: ApiError, repeat: () => void) =>
    needsPassword(error) ? gate.ask(repeat) : toast.error(error.message);

  const change = useMutation(
    api.team.changeRole.mutationOptions({
      onError: (error, input) => gated(error, () => change.mutate(input)),
      onSettled: settle,
    }),
  );
  const changeWithUndo = ({ userId, email, role: before }: Member, role: Role) => {
    const undo = () => change.mutate({ tenantId, userId, role: before, seen: role });
    const onSuccess = () => toast(`${email} is ${role} now`, { action: { label: "Undo", onClick: undo } });
    change.mutate({ tenantId, userId, role, seen: before }, { onSuccess });
  };
  const remove = useMutation(
    api.team.remove.mutationOptions({
      onSuccess: () => setAsked(undefined),
      onError: (error, input) => gated(error, () => remove.mutate(input)),
      onSettled: settle,
    }),
  );
  const transfer = useMutation(
    api.team.transfer.mutationOptions({
      // What this page may show has changed with one's own role.
      onSuccess: () => window.location.reload(),
      onError: (error, input) => gated(error, () => transfer.mutate(input)),
    }),
  );
  return (
    <Section flush title="Members" description="A change takes effect with the member’s next request.">
      {(members.data.length > FEW || rows.length < members.data.length) && (
        <div className="border-b p-3 sm:px-5">
          <ListFilter
            search={{ name: "q", label: "Search members" }}
            choices={[{ name: "role", label: "Role", all: "Any role", labels: roles }]}
          />
        </div>
      )}
      {rows.length === 0 && <p className="px-5 py-4 text-ink-soft">No member is like that.</p>}
      <ul className="divide-y">
        {rows.map((member) => (
          <li key={member.userId} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 sm:px-5">
            <span
              className="grid size-8 shrink-0 place-items-center rounded-full border bg-raised font-medium text-ink-soft text-xs uppercase"
              aria-hidden
            >
              {member.email.slice(0, 2)}
            </span>
            <div className="min-w-0 flex-1 basis-40">
              <p className="flex items-center gap-2">
                <span className="truncate font-medium">{member.email}</span>
                {member.you && <Badge tone="good">You</Badge>}
              </p>
              <p className="text-[13px] text-ink-faint">
                joined <Moment at={member.since} />
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {own === "owner" && !member.you && member.role !== "owner" && (
                <Button kind="quiet" size="small" onClick={() => setAsked({ member, about: "transfer" })}>
                  Make owner…
                </Button>
              )}
              <RoleSelect
                label={`Role of ${member.email}`}
                value={
                  change.isPending && change.variables.userId === member.userId ? change.variables.role : member.role
                }
                own={own}
                disabled={!mayHandle(own, member.role)}
                onChange={(role) => changeWithUndo(member, role)}
              />
              {!member.you && mayHandle(own, member.role) && (
                <Button kind="danger" size="small" onClick={() => setAsked({ member, about: "remove" })}>
                  Remove
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {asked?.about === "remove" && (
        <Confirm
          title={`Remove ${asked.member.email}?`}
          action="Remove"
          busy={remove.isPending}
          onConfirm={() => remove.mutate({ tenantId, userId: asked.member.userId })}
          onClose={() => setAsked(undefined)}
        >
          Their next request finds no such tenant. What they did stays on record.
        </Confirm>
      )}
      {asked?.about === "transfer" && (
        <Confirm
          title={`Hand over to ${asked.member.email}?`}
          action="Hand over"
          busy={transfer.isPending}
          onConfirm={() => transfer.mutate({ tenantId, userId: asked.member.userId })}
          onClose={() => setAsked(undefined)}
        >
          They become the owner and you an admin: only they can give the tenant back.
        </Confirm>
      )}
      {gate.dialog}
    </Section>
  );
}
