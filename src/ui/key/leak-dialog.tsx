"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useApi } from "../api";
import { Confirm } from "../part/confirm";
import { toast } from "../part/toast";
import { needsPassword } from "../refusal-of";
import { useSubmission } from "../submission";
import { NewSecretDialog } from "./new-secret-dialog";
import type { Secret } from "./signing-secrets";
import { useSecretChange } from "./use-secret-change";

interface LeakDialogProps {
  tenantId: string;
  secret: Secret;
  onClose: () => void;
}

/** Somebody else may know it: ends it and what was made with it, and shows what takes its place. */
export function LeakDialog({ tenantId, secret, onClose }: LeakDialogProps) {
  const api = useApi();
  const change = useSecretChange();
  const submission = useSubmission();
  const sessions = useQuery(api.session.count.queryOptions({ tenantId }));
  const leak = useMutation(
    api.signingSecret.leak.mutationOptions({
      onError: (error, input) => {
        change.orPassword(error, () => leak.mutate(input));
        if (!needsPassword(error)) toast.error(error.message);
      },
      onSuccess: ({ replacement, sessionsEnded }) => {
        toast(`ghs_…${secret.last4} is revoked; ${sessionsEnded.toLocaleString("en")} sessions ended`);
        if (!replacement) onClose();
      },
      onSettled: change.reload,
    }),
  );
  if (leak.data?.replacement) return <NewSecretDialog made={leak.data.replacement} onClose={onClose} />;
  const { requests, last4, kid, state } = secret;
  return (
    <>
      <Confirm
        title={`Revoke ghs_…${last4} because it leaked?`}
        action="Revoke at once"
        busy={leak.isPending}
        onConfirm={() => leak.mutate({ tenantId, kid, submission })}
        onClose={onClose}
      >
        <ul className="grid list-disc gap-1.5 pl-4">
          <li>
            {requests.toLocaleString("en")} {requests === 1 ? "request" : "requests"} in 24 h used this secret: whatever
            is signed with it is refused within a second, everywhere.
          </li>
          <li>
            {sessions.data ? sessions.data.identified.toLocaleString("en") : "All"} sessions of signed-in visitors end;
            the widget asks your server for a new token.
          </li>
          {state === "current" && <li>A new secret becomes current at once and is shown to you next.</li>}
          <li>This cannot be undone.</li>
        </ul>
      </Confirm>
      {change.dialog}
    </>
  );
}
