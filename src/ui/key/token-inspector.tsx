"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Field, TextArea } from "../part/field";
import { Section } from "../part/section";
import { formError } from "../refusal-of";
import { decodeToken } from "./decode-token";
import { TokenVerdict } from "./token-verdict";

/** A token of the tenant's server, explained claim by claim. */
export function TokenInspector({ tenantId }: { tenantId: string }) {
  const api = useApi();
  const [token, setToken] = useState("");
  const inspect = useMutation(api.signingSecret.inspect.mutationOptions());
  const decoded = decodeToken(token);
  const unreadable = token.trim() !== "" && decoded === null;
  return (
    <div id="token" className="scroll-mt-6">
      <Section
        title="Paste a token"
        description="Read in your browser, verified by the gateway’s own rules. It is neither stored nor logged."
      >
        <form
          noValidate
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            inspect.mutate({ tenantId, token });
          }}
        >
          <Field
            label="Identity token"
            hint="The JWT that your server signs, without “Bearer”."
            error={unreadable ? "This is no JWT: three parts with dots between them." : formError(inspect.error)}
          >
            <TextArea
              className="break-all font-mono text-[13px]"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              placeholder="eyJhbGciOiJIUzI1NiIs…"
              value={token}
              onChange={(event) => {
                setToken(event.target.value);
                inspect.reset();
              }}
            />
          </Field>
          {decoded && !inspect.data && <Decoded {...decoded} />}
          {inspect.data && <TokenVerdict inspection={inspect.data} />}
          <div>
            <Button type="submit" kind="primary" busy={inspect.isPending} disabled={!token.trim()}>
              Check it
            </Button>
          </div>
        </form>
      </Section>
    </div>
  );
}

function Decoded({ header, claims }: { header: unknown; claims: unknown }) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {[
        ["Header", header],
        ["Claims", claims],
      ].map(([name, part]) => (
        <div key={String(name)} className="min-w-0 rounded-md border bg-raised/60 p-3">
          <p className="mb-1 text-[13px] text-ink-faint">{String(name)}, not verified yet</p>
          <pre className="whitespace-pre-wrap break-all font-mono text-[13px]">{JSON.stringify(part, null, 2)}</pre>
        </div>
      ))}
    </div>
  );
}
