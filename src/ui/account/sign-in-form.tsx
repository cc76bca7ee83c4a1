"use client";
import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { island } from "../island/island";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { signIn } from "./next-auth";
import { Or } from "./or";
import { getPasskey, sayPasskeyError } from "./passkey-browser";
import { CodeField } from "./proof-fields";
import { type Site, SiteButtons } from "./site-buttons";
import { useCall } from "./use-call";

const reasons: Record<string, string> = {
  token_invalid: "E-mail or password is wrong, or the address is not confirmed yet.",
  rate_limited: "Too many tries. Wait ten minutes, then try again.",
};
const WRONG_CODE = "This code is wrong or was used. Wait for the next one.";
const OTHER = "Signing in did not work. Try again in a moment.";

interface Props {
  next: string;
  email?: string;
  /** Other sites whose accounts may sign in. */
  sites: Site[];
  /** What went wrong before. */
  trouble?: string | undefined;
}

function SignIn({ next, email: known = "", sites, trouble }: Props) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState<string>();
  const [busy, setBusy] = useState<"password" | "passkey">();
  const [failure, setFailure] = useState<string | null>(trouble ?? null);
  const ask = useCall("account", "askPasskey");

  const enter = async (provider: string, given: Record<string, string>, asked?: string) => {
    const result = await signIn(provider, given).catch(() => undefined);
    if (result?.ok) return window.location.assign(next);
    setBusy(undefined);
    if (result?.error === "two_step_required") return setCode("");
    setFailure(asked && result?.error === "token_invalid" ? asked : (reasons[result?.error ?? ""] ?? OTHER));
  };
  const submit = () => {
    setBusy("password");
    setFailure(null);
    return enter("password", { email, password, ...(code ? { code } : {}) }, code ? WRONG_CODE : undefined);
  };
  const submitPasskey = async () => {
    setBusy("passkey");
    setFailure(null);
    try {
      const answer = await getPasskey(await ask.mutateAsync(undefined));
      await enter("passkey", { answer: JSON.stringify(answer) }, "This passkey is not known here.");
    } catch (error) {
      setBusy(undefined);
      setFailure(sayPasskeyError(error));
    }
  };
  return (
    <div className="grid gap-5">
      <form
        noValidate
        method="post"
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {failure && <Notice tone="bad">{failure}</Notice>}
        {code === undefined ? (
          <>
            <Field label="E-mail">
              <Input
                type="email"
                name="email"
                autoComplete="username"
                autoFocus
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
            </Field>
            <Field label="Password">
              <Input
                type="password"
                name="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </Field>
          </>
        ) : (
          <CodeField autoFocus value={code} onChange={setCode} />
        )}
        <Button type="submit" kind="primary" busy={busy === "password"} className="mt-1">
          {code === undefined ? "Sign in" : "Go on"}
        </Button>
      </form>
      {code === undefined && (
        <>
          <Or />
          <Button busy={busy === "passkey"} onClick={submitPasskey}>
            <Fingerprint aria-hidden /> Use a passkey
          </Button>
          <SiteButtons sites={sites} next={next} onFailure={() => setFailure(OTHER)} />
          <a href="/reset" className="justify-self-start text-ink-soft hover:text-ink hover:underline">
            Forgot your password?
          </a>
        </>
      )}
    </div>
  );
}

export const SignInForm = island("account/sign-in", SignIn);
