"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { Field, Input } from "../part/field";
import { StaleNotice } from "../part/stale-notice";
import { toast } from "../part/toast";
import { fieldError, formError, isStale } from "../refusal-of";
import { useSubmission } from "../submission";
import { useSecretChange } from "./use-secret-change";

interface RotateSiteKeyDialogProps {
  tenantId: string;
  current: Outputs["siteKey"]["list"][number] | undefined;
  onClose: () => void;
}

export function RotateSiteKeyDialog({ tenantId, current, onClose }: RotateSiteKeyDialogProps) {
  const api = useApi();
  const change = useSecretChange();
  const submission = useSubmission();
  const [seen] = useState(current);
  const [days, setDays] = useState("30");
  const rotate = useMutation(
    api.siteKey.rotate.mutationOptions({
      onSuccess: () => {
        toast("The new site key is current. Put it into your pages within the overlap.");
        onClose();
      },
      onError: (error, input) => change.orPassword(error, () => rotate.mutate(input)),
      onSettled: change.reload,
    }),
  );
  const stale = isStale(rotate.error);
  if (change.dialog) return change.dialog;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Rotate the site key"
      description="Pages that carry the present one go on working until the overlap ends."
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const overlapDays = days === "" ? Number.NaN : Number(days);
          rotate.mutate({ tenantId, overlapDays, seenId: seen?.id ?? null, submission });
        }}
      >
        {stale && <StaleNotice words={rotate.error?.message ?? ""} onUse={onClose} />}
        <p className="mb-4 text-ink-soft">
          {(seen?.requests ?? 0).toLocaleString("en")} {seen?.requests === 1 ? "request" : "requests"} in 24 h named the
          present key.
        </p>
        <Field
          label="Overlap in days"
          hint="0 to 365."
          error={fieldError(rotate.error, "overlapDays") ?? (stale ? undefined : formError(rotate.error))}
        >
          <Input
            type="number"
            min={0}
            max={365}
            inputMode="numeric"
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={rotate.isPending} disabled={stale}>
            Rotate
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
