"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { Field, Input } from "../part/field";
import { Section } from "../part/section";
import { toast } from "../part/toast";
import { fieldError, formError, needsPassword } from "../refusal-of";
import { useSecretChange } from "./use-secret-change";

interface SessionsProps {
  tenantId: string;
  initial: Outputs["session"]["count"];
}

/** Ends what visitors hold: one user's sessions and tokens, or every session. */
export function Sessions({ tenantId, initial }: SessionsProps) {
  const api = useApi();
  const change = useSecretChange();
  const [userId, setUserId] = useState("");
  const [ending, setEnding] = useState(false);
  const count = useQuery({ ...api.session.count.queryOptions({ tenantId }), initialData: initial });
  const revokeUser = useMutation(
    api.session.revokeUser.mutationOptions({
      onSuccess: (_, input) => {
        toast(`Everything issued to ${input.userId} until now is dead`);
        setUserId("");
      },
      onError: (error, input) => change.orPassword(error, () => revokeUser.mutate(input)),
      onSettled: change.reload,
    }),
  );
  const revokeAll = useMutation(
    api.session.revokeAll.mutationOptions({
      onSuccess: () => setEnding(false),
      onError: (error, input) => {
        change.orPassword(error, () => revokeAll.mutate(input));
        if (!needsPassword(error)) toast.error(error.message);
      },
      onSettled: change.reload,
    }),
  );
  const { all, identified } = count.data;
  return (
    <Section
      title="Visitors’ sessions"
      description={`${all.toLocaleString("en")} live at present, ${identified.toLocaleString("en")} of them of signed-in visitors.`}
      action={
        <Button kind="danger" onClick={() => setEnding(true)}>
          End all…
        </Button>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          revokeUser.mutate({ tenantId, userId });
        }}
      >
        <Field
          label="End everything of one user"
          hint="Your own id for them, as userId in your tokens. What your server signs from the next second on is good again."
          error={fieldError(revokeUser.error, "userId") ?? formError(revokeUser.error)}
        >
          <div className="flex gap-2">
            <Input
              className="font-mono text-[13px]"
              autoComplete="off"
              value={userId}
              onChange={(event) => setUserId(event.target.value)}
            />
            <Button type="submit" kind="danger" busy={revokeUser.isPending} disabled={!userId.trim()}>
              End
            </Button>
          </div>
        </Field>
      </form>
      {change.dialog}
      {ending && (
        <Confirm
          title="End every session?"
          action="End all"
          busy={revokeAll.isPending}
          onConfirm={() => revokeAll.mutate({ tenantId })}
          onClose={() => setEnding(false)}
        >
          {all.toLocaleString("en")} sessions end within a second, everywhere. Visitors who are still there begin a new
          one by themselves; tokens that your server signed stay good.
        </Confirm>
      )}
    </Section>
  );
}
