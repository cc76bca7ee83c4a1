"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api";
import { usePasswordGate } from "../key/password-gate";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Confirm } from "../part/confirm";
import { Moment } from "../part/moment";
import { Section } from "../part/section";
import { toast } from "../part/toast";
import { needsPassword } from "../refusal-of";
import { nameBrowser } from "./name-browser";
import { createPasskey, sayPasskeyError } from "./passkey-browser";

type Passkey = Outputs["account"]["security"]["passkeys"][number];

export function PasskeySection({ initial }: { initial: Outputs["account"]["security"] }) {
  const api = useApi();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  const [removing, setRemoving] = useState<Passkey>();
  const security = useQuery({ ...api.account.security.queryOptions(), initialData: initial });
  const refresh = () => queries.invalidateQueries(api.account.security.queryFilter());

  const keep = useMutation(
    api.account.addPasskey.mutationOptions({
      onSuccess: () => toast.success("Passkey added"),
      onError: (error) => toast.error(error.message),
      onSettled: refresh,
    }),
  );
  const add = useMutation(
    api.account.askForPasskey.mutationOptions({
      onSuccess: async (options) => {
        const answer = await createPasskey(options).catch((error: unknown) => {
          const said = sayPasskeyError(error);
          if (said) toast.error(said);
        });
        if (answer) keep.mutate({ name: nameBrowser(navigator.userAgent), answer });
      },
      onError: (error) => (needsPassword(error) ? gate.ask(() => add.mutate()) : toast.error(error.message)),
    }),
  );
  const remove = useMutation(
    api.account.removePasskey.mutationOptions({
      onSuccess: () => setRemoving(undefined),
      onError: (error, input) =>
        needsPassword(error) ? gate.ask(() => remove.mutate(input)) : toast.error(error.message),
      onSettled: refresh,
    }),
  );
  const { passkeys } = security.data;
  return (
    <Section
      flush
      title="Passkeys"
      description="Sign in with your fingerprint, face or a security key. A passkey cannot be typed into a forged page."
      action={
        <Button busy={add.isPending || keep.isPending} onClick={() => add.mutate()}>
          Add a passkey
        </Button>
      }
      bare={passkeys.length === 0}
    >
      {passkeys.length > 0 && (
        <ul className="divide-y">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="flex items-center gap-4 px-4 py-3.5 sm:px-5">
              <Fingerprint className="size-5 shrink-0 text-ink-faint" aria-hidden />
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{passkey.name}</p>
                <p className="text-[13px] text-ink-faint">
                  added <Moment at={passkey.createdAt} />
                  {passkey.lastUsedAt ? (
                    <>
                      {" · last used "}
                      <Moment at={passkey.lastUsedAt} />
                    </>
                  ) : (
                    " · never used"
                  )}
                </p>
              </div>
              <Button kind="danger" size="small" onClick={() => setRemoving(passkey)}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      {removing && (
        <Confirm
          title={`Remove “${removing.name}”?`}
          action="Remove"
          busy={remove.isPending}
          onConfirm={() => remove.mutate({ id: removing.id })}
          onClose={() => setRemoving(undefined)}
        >
          It cannot sign in from now on. Your device may go on offering it; delete it there, too.
        </Confirm>
      )}
      {gate.dialog}
    </Section>
  );
}
