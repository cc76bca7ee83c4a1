"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { Moment } from "../part/moment";
import { DaysDialog } from "./days-dialog";
import type { Secret } from "./signing-secrets";
import { shown, useSecretChange } from "./use-secret-change";

const DAY_MS = 24 * 3600_000;
const MOST_DAYS = 30;

interface ExtendDialogProps {
  tenantId: string;
  secret: Secret;
  onClose: () => void;
}

/** Gives an old secret more time. */
export function ExtendDialog({ tenantId, secret, onClose }: ExtendDialogProps) {
  const api = useApi();
  const change = useSecretChange();
  const [days, setDays] = useState("7");
  // One time for one press, however often it is sent.
  const [now] = useState(() => Date.now());
  const extend = useMutation(
    api.signingSecret.extend.mutationOptions({
      onError: (error, input) => change.orPassword(error, () => extend.mutate(input)),
      onSuccess: onClose,
      onSettled: change.reload,
    }),
  );
  const isValid = Number(days) > 0 && Number(days) <= MOST_DAYS;
  const { requests, retiresAt } = secret;
  return (
    <>
      <DaysDialog
        title={`Extend ghs_…${secret.last4}`}
        words={
          <>
            {requests.toLocaleString("en")} {requests === 1 ? "request" : "requests"} in 24 h used it. It stops working{" "}
            {retiresAt && <Moment at={retiresAt} />}.
          </>
        }
        field={{ label: "Days from now", most: MOST_DAYS, inputMode: "decimal" }}
        days={days}
        onDays={setDays}
        fault={days !== "" && !isValid ? "More than 0 and at most 30 days from now." : undefined}
        error={shown(extend.error)}
        errorField="retiresAt"
        verb="Extend"
        busy={extend.isPending}
        disabled={!isValid}
        onSubmit={() => {
          const until = new Date(now + Number(days) * DAY_MS).toISOString();
          extend.mutate({ tenantId, kid: secret.kid, retiresAt: until, seenRetiresAt: retiresAt?.toISOString() });
        }}
        onClose={onClose}
      />
      {change.dialog}
    </>
  );
}
