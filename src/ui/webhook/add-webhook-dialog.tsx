"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { usePasswordGate } from "../key/password-gate";
import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { fieldError, formError, needsPassword } from "../refusal-of";
import { useSubmission } from "../submission";
import { WebhookSecretDialog } from "./webhook-secret-dialog";

const events = [
  { value: "conversation.created", note: "a visitor began one" },
  { value: "message.created", note: "every question and every answer" },
  { value: "conversation.escalated", note: "a visitor asks for a person" },
  { value: "feedback.created", note: "a visitor rates an answer" },
  { value: "refusal.spike", note: "many requests are refused at once" },
] as const;
type EventName = (typeof events)[number]["value"];

/** Asks where and of what, then shows the secret once. */
export function AddWebhookDialog({ tenantId, onClose }: { tenantId: string; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  const [url, setUrl] = useState("");
  const [chosen, setChosen] = useState<EventName[]>(["conversation.escalated"]);
  const submission = useSubmission();
  const input = { tenantId, url, events: chosen, submission };
  const add = useMutation(
    api.webhook.add.mutationOptions({
      onError: (error) => needsPassword(error) && gate.ask(() => add.mutate(input)),
      onSettled: () => queries.invalidateQueries(api.webhook.list.pathFilter()),
    }),
  );
  if (gate.dialog) return gate.dialog;
  if (add.data) {
    const { secret } = add.data;
    return <WebhookSecretDialog title="Check signatures with this secret" secret={secret} onClose={onClose} />;
  }
  const failed = formError(add.error, ["url", "events"]);
  return (
    <Dialog open onOpenChange={onClose} title="Add a webhook">
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(input);
        }}
      >
        {failed && add.error && !needsPassword(add.error) && <Notice tone="bad">{failed}</Notice>}
        <Field label="Address" error={fieldError(add.error, "url")}>
          <Input
            type="url"
            autoFocus
            placeholder="https://www.example.com/hooks"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        </Field>
        <fieldset className="grid gap-2">
          <legend className="mb-1.5 font-medium">Events</legend>
          {events.map(({ value, note }) => (
            <label key={value} className="flex items-baseline gap-2.5">
              <input
                type="checkbox"
                className="size-4 translate-y-0.5 accent-(--pine)"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
                }
              />
              <span>
                <code className="font-mono text-[13px]">{value}</code>{" "}
                <span className="text-[13px] text-ink-faint">{note}</span>
              </span>
            </label>
          ))}
          {fieldError(add.error, "events") && <p className="text-[13px] text-bad">{fieldError(add.error, "events")}</p>}
        </fieldset>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" kind="primary" busy={add.isPending}>
            Add webhook
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
