"use client";
import { useMutation } from "@tanstack/react-query";
import { useApi } from "../api";
import { Confirm } from "../part/confirm";
import { toast } from "../part/toast";
import { needsPassword } from "../refusal-of";
import type { Secret } from "./signing-secrets";
import { useSecretChange } from "./use-secret-change";

interface RetireDialogProps {
  tenantId: string;
  secret: Secret;
  onClose: () => void;
}

/** Ends an old secret's overlap, and says what that will do. */
export function RetireDialog({ tenantId, secret, onClose }: RetireDialogProps) {
  const api = useApi();
  const change = useSecretChange();
  const retire = useMutation(
    api.signingSecret.retire.mutationOptions({
      onError: (error, input) => {
        change.orPassword(error, () => retire.mutate(input));
        if (!needsPassword(error)) toast.error(error.message);
      },
      onSuccess: onClose,
      onSettled: change.reload,
    }),
  );
  const { requests, safeToRetire, last4, kid } = secret;
  return (
    <>
      <Confirm
        title={`Retire ghs_…${last4} now?`}
        action="Retire now"
        busy={retire.isPending}
        onConfirm={() => retire.mutate({ tenantId, kid })}
        onClose={onClose}
      >
        {safeToRetire
          ? "Nothing used this secret in the last 24 h. It is safe to retire; this cannot be undone."
          : `${requests.toLocaleString("en")} ${requests === 1 ? "request" : "requests"} in 24 h used this secret. Every token signed with it is refused from now on. This cannot be undone.`}
      </Confirm>
      {change.dialog}
    </>
  );
}
