"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Notice } from "../part/notice";
import { Value } from "../part/value";
import { fieldError, formError } from "../refusal-of";
import { CodeField } from "./proof-fields";
import { QrCode } from "./qr-code";

interface Props {
  seed: Outputs["account"]["beginTwoStep"];
  onEnabled: (recoveryCodes: string[]) => void;
  onCancel: () => void;
}

/** Scan, then prove it by the app's first code. */
export function TwoStepSetup({ seed, onEnabled, onCancel }: Props) {
  const api = useApi();
  const [code, setCode] = useState("");
  const enable = useMutation(
    api.account.enableTwoStep.mutationOptions({ onSuccess: ({ recoveryCodes }) => onEnabled(recoveryCodes) }),
  );
  const failed = formError(enable.error, ["code"]);
  return (
    <form
      noValidate
      className="flex flex-wrap gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        enable.mutate({ code });
      }}
    >
      <QrCode text={seed.uri} label="QR code for your authenticator app" />
      <div className="grid min-w-56 flex-1 content-start gap-4">
        {failed && <Notice tone="bad">{failed}</Notice>}
        <div className="grid gap-1.5">
          <p className="text-ink-soft">Scan this with an authenticator app, or type the key:</p>
          <Value text={seed.seed} label="the key" />
        </div>
        <CodeField
          value={code}
          onChange={setCode}
          hint="The six digits the app shows now."
          error={fieldError(enable.error, "code")}
        />
        <div className="flex gap-2">
          <Button type="submit" kind="primary" busy={enable.isPending}>
            Turn on
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </div>
      </div>
    </form>
  );
}
