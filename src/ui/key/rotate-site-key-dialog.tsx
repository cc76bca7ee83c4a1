"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { toast } from "../part/toast";
import { useSubmission } from "../submission";
import { DaysDialog } from "./days-dialog";
import { toDays, useSecretChange } from "./use-secret-change";

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
  if (change.dialog) return change.dialog;
  const requests = seen?.requests ?? 0;
  return (
    <DaysDialog
      title="Rotate the site key"
      description="Pages that carry the present one go on working until the overlap ends."
      words={`${requests.toLocaleString("en")} ${requests === 1 ? "request" : "requests"} in 24 h named the present key.`}
      field={{ label: "Overlap in days", hint: "0 to 365.", most: 365, inputMode: "numeric" }}
      days={days}
      onDays={setDays}
      error={rotate.error}
      errorField="overlapDays"
      verb="Rotate"
      busy={rotate.isPending}
      onSubmit={() => rotate.mutate({ tenantId, overlapDays: toDays(days), seenId: seen?.id ?? null, submission })}
      onClose={onClose}
    />
  );
}
