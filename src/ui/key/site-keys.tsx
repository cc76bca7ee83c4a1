"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { CopyButton } from "../part/copy-button";
import { Moment } from "../part/moment";
import { Section } from "../part/section";
import { toast } from "../part/toast";
import { Value } from "../part/value";
import { needsPassword } from "../refusal-of";
import { RotateSiteKeyDialog } from "./rotate-site-key-dialog";
import { useSecretChange } from "./use-secret-change";

type SiteKey = Outputs["siteKey"]["list"][number];

/** What names the tenant in a page's source, and what can be done to it. */
export function SiteKeys({ tenantId, initial }: { tenantId: string; initial: SiteKey[] }) {
  const api = useApi();
  const change = useSecretChange();
  const [rotating, setRotating] = useState(false);
  const [disabling, setDisabling] = useState<SiteKey>();
  const keys = useQuery({ ...api.siteKey.list.queryOptions({ tenantId }), initialData: initial });
  const disable = useMutation(
    api.siteKey.disable.mutationOptions({
      onError: (error, input) => {
        change.orPassword(error, () => disable.mutate(input));
        if (!needsPassword(error)) toast.error(error.message);
      },
      onSuccess: () => setDisabling(undefined),
      onSettled: change.reload,
    }),
  );
  const current = keys.data.find(({ state }) => state === "current");
  return (
    <Section
      flush
      title="Public identifiers"
      description="They name your tenant and prove nothing: safe in any page’s source."
      action={<Button onClick={() => setRotating(true)}>Rotate site key…</Button>}
    >
      <div className="border-b p-4 sm:px-5">
        <p className="mb-1.5 font-medium">Tenant id</p>
        <Value text={tenantId} label="tenant id" />
      </div>
      <ul className="divide-y">
        {keys.data.map((key) => (
          <SiteKeyRow key={key.id} siteKey={key} onDisable={() => setDisabling(key)} />
        ))}
      </ul>
      {rotating && <RotateSiteKeyDialog tenantId={tenantId} current={current} onClose={() => setRotating(false)} />}
      {change.dialog}
      {disabling && (
        <Confirm
          title="Disable this site key?"
          action="Disable"
          busy={disable.isPending}
          onConfirm={() => disable.mutate({ tenantId, id: disabling.id })}
          onClose={() => setDisabling(undefined)}
        >
          {disabling.requests.toLocaleString("en")} {disabling.requests === 1 ? "request" : "requests"} in 24 h named
          it. Pages that carry it get no widget from now on. This cannot be undone.
        </Confirm>
      )}
    </Section>
  );
}

const tones = { current: "good", retiring: "warn", retired: "neutral", disabled: "neutral" } as const;

function SiteKeyRow({ siteKey, onDisable }: { siteKey: SiteKey; onDisable: () => void }) {
  const { key, state, createdAt, retiresAt, requests } = siteKey;
  const ended = state === "disabled" || state === "retired";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <code className="break-all font-mono text-[13px]">{key}</code>
          {!ended && <CopyButton bare text={key} label="Copy site key" />}
          <Badge tone={tones[state]}>{state}</Badge>
        </p>
        <p className="mt-0.5 text-[13px] text-ink-faint">
          {requests.toLocaleString("en")} {requests === 1 ? "request" : "requests"} in 24 h · made{" "}
          <Moment at={createdAt} />
          {retiresAt && state !== "disabled" && (
            <>
              {ended ? " · stopped " : " · stops working "}
              <Moment at={retiresAt} />
            </>
          )}
        </p>
      </div>
      {!ended && (
        <Button size="small" kind="danger" onClick={onDisable}>
          Disable
        </Button>
      )}
    </li>
  );
}
