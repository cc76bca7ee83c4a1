"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { Field, Input } from "../part/field";
import { Moment } from "../part/moment";
import { StaleNotice } from "../part/stale-notice";
import { fieldError, formError, isStale } from "../refusal-of";
import type { Secret } from "./signing-secrets";
import { shown, useSecretChange } from "./use-secret-change";

const DAY_MS = 24 * 3600_000;

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
  const error = shown(extend.error);
  const stale = isStale(error);
  const valid = Number(days) > 0 && Number(days) <= 30;
  const tooFar = days !== "" && !valid ? "More than 0 and at most 30 days from now." : undefined;
  return (
    <>
      <Dialog open onOpenChange={onClose} title={`Extend ghs_…${secret.last4}`}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const retiresAt = new Date(now + Number(days) * DAY_MS).toISOString();
            extend.mutate({ tenantId, kid: secret.kid, retiresAt, seenRetiresAt: secret.retiresAt?.toISOString() });
          }}
        >
          {stale && <StaleNotice words={error?.message ?? ""} onUse={onClose} />}
          <p className="mb-4 text-ink-soft">
            {secret.requests.toLocaleString("en")} {secret.requests === 1 ? "request" : "requests"} in 24 h used it. It
            stops working {secret.retiresAt && <Moment at={secret.retiresAt} />}.
          </p>
          <Field
            label="Days from now"
            error={tooFar ?? fieldError(error, "retiresAt") ?? (stale ? undefined : formError(error))}
          >
            <Input
              type="number"
              min={0}
              max={30}
              inputMode="decimal"
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />
          </Field>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" kind="primary" busy={extend.isPending} disabled={stale || !valid}>
              Extend
            </Button>
          </DialogActions>
        </form>
      </Dialog>
      {change.dialog}
    </>
  );
}
