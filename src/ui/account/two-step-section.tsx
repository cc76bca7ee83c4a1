"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { usePasswordGate } from "../key/password-gate";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { Moment } from "../part/moment";
import { Section } from "../part/section";
import { toast } from "../part/toast";
import { type ApiError, needsPassword } from "../refusal-of";
import { RecoveryCodes } from "./recovery-codes";
import { TwoStepSetup } from "./two-step-setup";

export function TwoStepSection({ initial }: { initial: Outputs["account"]["security"] }) {
  const api = useApi();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  const [codes, setCodes] = useState<string[]>();
  const [turningOff, setTurningOff] = useState(false);
  const security = useQuery({ ...api.account.security.queryOptions(), initialData: initial });
  const refresh = () => queries.invalidateQueries(api.account.security.queryFilter());
  const gated = (repeat: () => void) => (error: ApiError) =>
    needsPassword(error) ? gate.ask(repeat) : toast.error(error.message);

  const begin = useMutation(api.account.beginTwoStep.mutationOptions({ onError: gated(() => begin.mutate()) }));
  const renew = useMutation(
    api.account.renewRecoveryCodes.mutationOptions({
      onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes),
      onError: gated(() => renew.mutate()),
      onSettled: refresh,
    }),
  );
  const disable = useMutation(
    api.account.disableTwoStep.mutationOptions({
      onSuccess: () => setTurningOff(false),
      onError: gated(() => disable.mutate()),
      onSettled: refresh,
    }),
  );
  const { twoStepSince, recoveryCodes } = security.data;
  return (
    <Section
      title="Two-step sign-in"
      description="Besides the password, a code of an app on your phone: a stolen password opens nothing."
      action={
        twoStepSince ? (
          <Badge tone="good">On</Badge>
        ) : (
          !begin.data && (
            <Button busy={begin.isPending} onClick={() => begin.mutate()}>
              Set up…
            </Button>
          )
        )
      }
      bare={!twoStepSince && !begin.data}
    >
      {twoStepSince ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-soft">
            On since <Moment at={twoStepSince} /> · {recoveryCodes} of 10 recovery codes left
          </p>
          <div className="flex gap-2">
            <Button size="small" busy={renew.isPending} onClick={() => renew.mutate()}>
              New recovery codes
            </Button>
            <Button size="small" kind="danger" onClick={() => setTurningOff(true)}>
              Turn off
            </Button>
          </div>
        </div>
      ) : (
        begin.data && (
          <TwoStepSetup
            seed={begin.data}
            onCancel={() => begin.reset()}
            onEnabled={(fresh) => {
              setCodes(fresh);
              begin.reset();
              void refresh();
              void queries.invalidateQueries(api.account.sessions.queryFilter());
            }}
          />
        )
      )}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
      {turningOff && (
        <Confirm
          title="Turn two-step sign-in off?"
          action="Turn off"
          busy={disable.isPending}
          onConfirm={() => disable.mutate()}
          onClose={() => setTurningOff(false)}
        >
          Your password alone signs in then, and your recovery codes are worth nothing any more.
        </Confirm>
      )}
      {gate.dialog}
    </Section>
  );
}
