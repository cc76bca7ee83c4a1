"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { useSubmission } from "../submission";
import { DaysDialog } from "./days-dialog";
import { NewSecretDialog } from "./new-secret-dialog";
import type { Secret } from "./signing-secrets";
import { shown, toDays, useSecretChange } from "./use-secret-change";

interface RotateDialogProps {
  tenantId: string;
  current: Secret | undefined;
  onClose: () => void;
}

/** Makes a new shared secret, then shows it the only time. */
export function RotateDialog({ tenantId, current, onClose }: RotateDialogProps) {
  const api = useApi();
  const change = useSecretChange();
  const submission = useSubmission();
  const [seen] = useState(current);
  const [days, setDays] = useState("7");
  const rotate = useMutation(
    api.signingSecret.rotate.mutationOptions({
      onError: (error, input) => change.orPassword(error, () => rotate.mutate(input)),
      onSettled: change.reload,
    }),
  );
  if (rotate.data) return <NewSecretDialog made={rotate.data} onClose={onClose} />;
  return (
    <>
      <DaysDialog
        title="Rotate the shared secret"
        description="A new secret becomes current. Put it on your server within the overlap, and no visitor notices."
        words={toWords(seen?.requests ?? 0, Number(days))}
        field={{
          label: "Overlap in days",
          hint: "How long the present secret goes on working: 0 to 30.",
          most: 30,
          inputMode: "decimal",
        }}
        days={days}
        onDays={setDays}
        error={shown(rotate.error)}
        errorField="overlapDays"
        verb="Rotate"
        busy={rotate.isPending}
        onSubmit={() => rotate.mutate({ tenantId, overlapDays: toDays(days), seenKid: seen?.kid ?? null, submission })}
        onClose={onClose}
      />
      {change.dialog}
    </>
  );
}

function toWords(requests: number, days: number): string {
  const used = `${requests.toLocaleString("en")} ${requests === 1 ? "request" : "requests"} in 24 h used the present secret`;
  if (days > 0) return `${used}; it goes on working until the overlap ends.`;
  return `${used}: whatever is signed with it is refused from now on, until your server has the new one.`;
}
