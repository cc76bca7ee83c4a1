"use client";
import { useQuery } from "@tanstack/react-query";
import { ShieldCheck, ShieldX } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useApi } from "../api";
import { Field, Input } from "../part/field";
import { AllowOrigin } from "./allow-origin";

/** What the door would say to a page, and why. */
export function TryOrigin({ tenantId }: { tenantId: string }) {
  const api = useApi();
  const [typed, setTyped] = useState("");
  const origin = useDeferredValue(typed.trim());
  const verdict = useQuery({
    ...api.origin.try.queryOptions({ tenantId, origin }),
    enabled: origin.length > 2,
    placeholderData: (before) => before,
    staleTime: 1000,
  }).data;
  const Icon = verdict?.allowed ? ShieldCheck : ShieldX;
  return (
    <div className="grid gap-3">
      <Field label="A page’s address" hint="Paste any page: what counts of it is scheme, host and port.">
        <Input
          className="font-mono text-[13px]"
          placeholder="https://shop.example.com/basket"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      {verdict && origin.length > 2 && (
        <div role="status" className="flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border bg-raised/60 p-3.5">
          <Icon className={verdict.allowed ? "size-5 shrink-0 text-good" : "size-5 shrink-0 text-bad"} aria-hidden />
          <div className="min-w-0 flex-1 basis-56 text-[13px]">
            <p className="font-medium text-sm">{verdict.allowed ? "Allowed" : "Refused"}</p>
            <p className="text-ink-soft">{verdict.why}</p>
            {verdict.origin && <p className="mt-1 break-all font-mono text-ink-faint">Origin: {verdict.origin}</p>}
            {verdict.group && <p className="text-ink-faint">Group: {verdict.group}</p>}
          </div>
          {verdict.addable && <AllowOrigin key={verdict.addable} tenantId={tenantId} pattern={verdict.addable} />}
        </div>
      )}
    </div>
  );
}
