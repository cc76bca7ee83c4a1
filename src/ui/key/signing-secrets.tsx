"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { Moment } from "../part/moment";
import { Section } from "../part/section";
import { needsPassword } from "../refusal-of";
import { usePasswordGate } from "./password-gate";
import { RotateDialog } from "./rotate-dialog";

type Secret = Outputs["signingSecret"]["list"][number];

const tones = { current: "good", retiring: "warn", retired: "neutral", revoked: "neutral" } as const;

export function SigningSecrets({ tenantId, initial }: { tenantId: string; initial: Secret[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  const [rotating, setRotating] = useState(false);
  const [retiring, setRetiring] = useState<Secret>();
  const secrets = useQuery({ ...api.signingSecret.list.queryOptions({ tenantId }), initialData: initial });
  const retire = useMutation(
    api.signingSecret.retire.mutationOptions({
      onSuccess: () => setRetiring(undefined),
      onError: (error, input) =>
        needsPassword(error) ? gate.ask(() => retire.mutate(input)) : toast.error(error.message),
      onSettled: () => queries.invalidateQueries(api.signingSecret.list.queryFilter()),
    }),
  );
  return (
    <Section
      flush
      title="JWT shared secrets"
      description="Your server signs who your visitor is with the current one. After a rotation the old one goes on working until its overlap ends."
      action={<Button onClick={() => setRotating(true)}>Rotate…</Button>}
    >
      <ul className="divide-y">
        {secrets.data.map((secret) => (
          <li key={secret.kid} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2.5">
                <code className="font-mono text-[13px]">ghs_…{secret.last4}</code>
                <Badge tone={tones[secret.state]}>{secret.state}</Badge>
              </p>
              <p className="mt-0.5 text-[13px] text-ink-faint">
                <span className="font-mono">{secret.kid}</span> · made <Moment at={secret.createdAt} />
                {secret.state === "retiring" && secret.retiresAt && (
                  <>
                    {" · stops working "}
                    <Moment at={secret.retiresAt} />
                  </>
                )}
                {secret.lastUsedAt ? (
                  <>
                    {" · last used "}
                    <Moment at={secret.lastUsedAt} />
                  </>
                ) : (
                  " · never used"
                )}
              </p>
            </div>
            {secret.state === "retiring" && (
              <Button kind="danger" size="small" onClick={() => setRetiring(secret)}>
                Retire now
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rotating && <RotateDialog tenantId={tenantId} onClose={() => setRotating(false)} />}
      {retiring && (
        <Confirm
          title={`Retire ghs_…${retiring.last4} now?`}
          action="Retire now"
          busy={retire.isPending}
          onConfirm={() => retire.mutate({ tenantId, kid: retiring.kid })}
          onClose={() => setRetiring(undefined)}
        >
          Every token signed with it is refused from now on. This cannot be undone.
        </Confirm>
      )}
      {gate.dialog}
    </Section>
  );
}
