"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { usePasswordGate } from "../key/password-gate";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { toast } from "../part/toast";
import { useUrlState } from "../part/url-state";
import { needsPassword } from "../refusal-of";
import { newSubmission } from "../submission";
import { DeliveryLog } from "./delivery-log";
import { WebhookSecretDialog } from "./webhook-secret-dialog";

interface WebhookRowProps {
  tenantId: string;
  webhook: Outputs["webhook"]["list"][number];
}

/** One webhook: what it hears, what it was sent, and what can be done with it. */
export function WebhookRow({ tenantId, webhook }: WebhookRowProps) {
  const api = useApi();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  const [removing, setRemoving] = useState(false);
  const [get, set] = useUrlState();
  const showLog = () => set({ log: webhook.id });
  const input = { tenantId, id: webhook.id };
  const onError = (error: { message: string }) => {
    toast.error(error.message);
  };
  const test = useMutation(api.webhook.test.mutationOptions({ onSuccess: showLog, onError }));
  const remove = useMutation(
    api.webhook.remove.mutationOptions({
      onError: (error) => (needsPassword(error) ? gate.ask(() => remove.mutate(input)) : onError(error)),
      onSettled: () => queries.invalidateQueries(api.webhook.list.pathFilter()),
    }),
  );
  const rotate = useMutation(
    api.webhook.rotate.mutationOptions({
      onError: (error, asked) => (needsPassword(error) ? gate.ask(() => rotate.mutate(asked)) : onError(error)),
    }),
  );
  return (
    <li className="grid gap-3 px-4 py-4 sm:px-5">
      <p className="break-all font-mono text-[13px]">{webhook.url}</p>
      <p className="flex flex-wrap gap-1.5">
        {webhook.events.map((event) => (
          <Badge key={event}>{event}</Badge>
        ))}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" busy={test.isPending} onClick={() => test.mutate(input)}>
          Send a test
        </Button>
        <Button size="small" onClick={showLog}>
          Deliveries
        </Button>
        <Button
          size="small"
          busy={rotate.isPending}
          onClick={() => rotate.mutate({ ...input, submission: newSubmission() })}
        >
          Rotate secret
        </Button>
        <Button size="small" kind="danger" onClick={() => setRemoving(true)}>
          Remove
        </Button>
      </div>
      {get("log") === webhook.id && (
        <DeliveryLog tenantId={tenantId} webhookId={webhook.id} onClose={() => set({ log: "", deliveries: "" })} />
      )}
      {removing && (
        <Confirm
          title="Remove this webhook?"
          action="Remove"
          busy={remove.isPending}
          onConfirm={() => remove.mutate(input)}
          onClose={() => setRemoving(false)}
        >
          Nothing more is sent to {webhook.url}, and its log goes with it.
        </Confirm>
      )}
      {rotate.data && (
        <WebhookSecretDialog
          title="The new secret"
          description="The one before signs as well for another day."
          secret={rotate.data.secret}
          onClose={rotate.reset}
        />
      )}
      {gate.dialog}
    </li>
  );
}
