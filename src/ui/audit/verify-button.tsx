"use client";
import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Notice } from "../part/notice";
import { Value } from "../part/value";

/** Computes every row's hash again, and says what it found. */
export function VerifyButton({ tenantId }: { tenantId: string }) {
  const api = useApi();
  const check = useQuery({ ...api.audit.verify.queryOptions({ tenantId }), enabled: false, staleTime: 0 });
  const { data, error } = check;
  return (
    <div className="grid max-w-full gap-3">
      <Button className="w-fit sm:justify-self-end" busy={check.isFetching} onClick={() => check.refetch()}>
        <ShieldCheck aria-hidden /> Verify the chain
      </Button>
      <div role="status" className="max-w-sm">
        {error && <Notice tone="bad">{error.message}</Notice>}
        {data?.broken && (
          <Notice tone="bad">
            Row {data.broken.sequence} ({data.broken.action}) does not fit: it was altered, or one before it was.
          </Notice>
        )}
        {data && !data.broken && (
          <div className="grid gap-2">
            <Notice>
              All {data.entries.toLocaleString("en")} rows fit. Keep the newest hash elsewhere: rows taken off the end
              show by nothing else.
            </Notice>
            <Value text={data.head} label="hash" />
          </div>
        )}
      </div>
    </div>
  );
}
