"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { usePasswordGate } from "../key/password-gate";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { Section } from "../part/section";
import { toast } from "../part/toast";
import { fieldError, formError, needsPassword } from "../refusal-of";
import { noProof, ProofFields, toProof } from "./proof-fields";

export function PasswordSection({ initial }: { initial: Outputs["account"]["security"] }) {
  const api = useApi();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  const [open, setOpen] = useState(false);
  const [proof, setProof] = useState(noProof);
  const [next, setNext] = useState("");
  const security = useQuery({ ...api.account.security.queryOptions(), initialData: initial });
  const change = useMutation(
    api.account.changePassword.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        setProof(noProof);
        setNext("");
        toast.success("Password changed; other sign-ins were ended");
        void queries.invalidateQueries(api.account.sessions.queryFilter());
        void queries.invalidateQueries(api.account.security.queryFilter());
      },
      onError: (error, input) => needsPassword(error) && gate.ask(() => change.mutate(input)),
    }),
  );
  const { hasPassword } = security.data;
  const failed = formError(change.error, ["password", "code", "next"]);
  return (
    <Section
      title="Password"
      description={
        hasPassword ? "Changing it ends every other sign-in." : "You sign in with another site’s account and have none."
      }
      action={!open && <Button onClick={() => setOpen(true)}>{hasPassword ? "Change…" : "Set one…"}</Button>}
      bare={!open}
    >
      {open && (
        <form
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate({ ...toProof(proof), next });
          }}
        >
          {failed && <Notice tone="bad">{failed}</Notice>}
          <ProofFields
            autoFocus
            label="Present password"
            value={proof}
            onChange={setProof}
            error={change.error}
            hasPassword={hasPassword}
            twoStep={Boolean(security.data.twoStepSince)}
          />
          <Field label="New password" hint="At least 10 characters." error={fieldError(change.error, "next")}>
            <Input
              type="password"
              autoComplete="new-password"
              value={next}
              onChange={(event) => setNext(event.target.value)}
            />
          </Field>
          <div className="flex gap-2">
            <Button type="submit" kind="primary" busy={change.isPending}>
              {hasPassword ? "Change password" : "Set password"}
            </Button>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
          </div>
        </form>
      )}
      {gate.dialog}
    </Section>
  );
}
