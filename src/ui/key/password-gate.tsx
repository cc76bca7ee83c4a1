"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Fingerprint } from "lucide-react";
import { type ReactNode, useState } from "react";
import { getPasskey, sayPasskeyError } from "../account/passkey-browser";
import { noProof, ProofFields, toProof } from "../account/proof-fields";
import { SiteButtons } from "../account/site-buttons";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { Notice } from "../part/notice";
import { formError } from "../refusal-of";

interface PasswordGate {
  /** Asks for the password, then does `repeat`. */
  ask: (repeat: () => void) => void;
  dialog: ReactNode;
}

/** For actions that demand a recent sign-in: the password is asked for when the server says so, and the action repeated. */
export function usePasswordGate(): PasswordGate {
  const [repeat, setRepeat] = useState<(() => void) | null>(null);
  return {
    ask: (action) => setRepeat(() => action),
    dialog: repeat && (
      <PasswordDialog
        onClose={() => setRepeat(null)}
        onConfirmed={() => {
          setRepeat(null);
          repeat();
        }}
      />
    ),
  };
}

function PasswordDialog({ onClose, onConfirmed }: { onClose: () => void; onConfirmed: () => void }) {
  const api = useApi();
  const [proof, setProof] = useState(noProof);
  const [trouble, setTrouble] = useState<string | null>(null);
  const security = useQuery(api.account.security.queryOptions());
  const confirm = useMutation(api.account.confirmPassword.mutationOptions({ onSuccess: onConfirmed }));
  const ask = useMutation(api.account.askOwnPasskey.mutationOptions());
  const confirmPasskey = useMutation(api.account.confirmPasskey.mutationOptions({ onSuccess: onConfirmed }));
  const showPasskey = async () => {
    setTrouble(null);
    try {
      await confirmPasskey.mutateAsync({ answer: await getPasskey(await ask.mutateAsync()) });
    } catch (error) {
      setTrouble(sayPasskeyError(error));
    }
  };
  const facts = useQuery(api.installation.facts.queryOptions());
  const hasPassword = security.data?.hasPassword ?? true;
  const failed = trouble ?? formError(confirm.error, ["password", "code"]);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={hasPassword ? "Confirm your password" : "Confirm that it is you"}
      description={
        hasPassword
          ? "You signed in more than ten minutes ago, and this cannot be left to whoever finds your browser open."
          : "You signed in more than ten minutes ago. Sign in again the way you do, then press once more."
      }
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          confirm.mutate(toProof(proof));
        }}
      >
        {failed && <Notice tone="bad">{failed}</Notice>}
        <ProofFields
          autoFocus
          value={proof}
          onChange={setProof}
          error={confirm.error}
          hasPassword={hasPassword}
          twoStep={hasPassword && Boolean(security.data?.twoStepSince)}
        />
        {!hasPassword && (
          <SiteButtons
            sites={facts.data?.signInSites ?? []}
            next={window.location.pathname + window.location.search}
            onFailure={() => setTrouble("That did not work. Try again in a moment.")}
          />
        )}
        <DialogActions>
          {security.data && security.data.passkeys.length > 0 && (
            <Button className="mr-auto" busy={ask.isPending || confirmPasskey.isPending} onClick={showPasskey}>
              <Fingerprint aria-hidden /> Use a passkey
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          {hasPassword && (
            <Button type="submit" kind="primary" busy={confirm.isPending}>
              Confirm
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
