"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { Moment } from "../part/moment";
import { Empty, Section } from "../part/section";
import { needsPassword } from "../refusal-of";
import { CreateKeyDialog } from "./create-key-dialog";
import { usePasswordGate } from "./password-gate";

type Key = Outputs["apiKey"]["list"][number];

export function ApiKeys({ tenantId, initial }: { tenantId: string; initial: Key[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<Key>();
  const keys = useQuery({ ...api.apiKey.list.queryOptions({ tenantId }), initialData: initial });
  const revoke = useMutation(
    api.apiKey.revoke.mutationOptions({
      onSuccess: () => setRevoking(undefined),
      onError: (error, input) =>
        needsPassword(error) ? gate.ask(() => revoke.mutate(input)) : toast.error(error.message),
      onSettled: () => queries.invalidateQueries(api.apiKey.list.queryFilter()),
    }),
  );
  return (
    <Section
      flush
      title="API keys"
      description="For calls from your own server. A browser must never see one."
      action={<Button onClick={() => setCreating(true)}>Create key…</Button>}
    >
      {keys.data.length === 0 ? (
        <Empty icon={<KeyRound />} title="No API keys">
          Create one when your server should start sessions for your visitors.
        </Empty>
      ) : (
        <ul className="divide-y">
          {keys.data.map((key) => (
            <li key={key.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2.5">
                  <span className="font-medium">{key.name}</span>
                  <code className="font-mono text-[13px] text-ink-soft">gk_…{key.last4}</code>
                  {key.revokedAt && <Badge>revoked</Badge>}
                </p>
                <p className="mt-0.5 text-[13px] text-ink-faint">
                  {key.scopes.join(", ")} · made <Moment at={key.createdAt} />
                  {key.lastUsedAt ? (
                    <>
                      {" · last used "}
                      <Moment at={key.lastUsedAt} />
                    </>
                  ) : (
                    " · never used"
                  )}
                </p>
              </div>
              {!key.revokedAt && (
                <Button kind="danger" size="small" onClick={() => setRevoking(key)}>
                  Revoke
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {creating && <CreateKeyDialog tenantId={tenantId} onClose={() => setCreating(false)} />}
      {revoking && (
        <Confirm
          title={`Revoke “${revoking.name}”?`}
          action="Revoke"
          busy={revoke.isPending}
          onConfirm={() => revoke.mutate({ tenantId, id: revoking.id })}
          onClose={() => setRevoking(undefined)}
        >
          Whatever uses gk_…{revoking.last4} is refused from now on. This cannot be undone.
        </Confirm>
      )}
      {gate.dialog}
    </Section>
  );
}
