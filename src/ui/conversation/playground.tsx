"use client";
import { useMutation } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Field, Input, TextArea } from "../part/field";
import { RadioCards } from "../part/radio-cards";
import { Empty } from "../part/section";
import { fieldError, formError } from "../refusal-of";
import { TriedAnswer } from "./tried-answer";

const askers = [
  { value: "anonymous", label: "Anonymous", note: "A visitor of whom nothing is known." },
  { value: "identity", label: "A signed-in user", note: "Whom an identity token of your server names." },
] as const;

/** Asks like a visitor and shows what stood behind the answer. */
export function Playground({ tenantId }: { tenantId: string }) {
  const api = useApi();
  const [question, setQuestion] = useState("");
  const [asker, setAsker] = useState<"anonymous" | "identity">("anonymous");
  const [token, setToken] = useState("");
  const ask = useMutation(api.playground.ask.mutationOptions());
  const isIdentity = asker === "identity";
  return (
    <div className="grid gap-5">
      <form
        noValidate
        className="grid gap-5 rounded-lg border bg-panel p-4 sm:p-5"
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate({ tenantId, question, ...(isIdentity && { token }) });
        }}
      >
        <Field
          label="Question"
          error={fieldError(ask.error, "question") ?? formError(ask.error, ["question", "token"])}
        >
          <div className="flex gap-2">
            <Input
              name="question"
              placeholder="How long do I have to return items?"
              autoComplete="off"
              value={question}
              onChange={(event) => setQuestion(event.target.value)}
            />
            <Button
              type="submit"
              kind="primary"
              busy={ask.isPending}
              disabled={!question.trim() || (isIdentity && !token.trim())}
            >
              Ask
            </Button>
          </div>
        </Field>
        <RadioCards legend="Ask as" options={[...askers]} value={asker} onChoose={setAsker} />
        {isIdentity && (
          <Field
            label="Identity token"
            hint="As your server signs it. It is checked by the gate’s own rules and not stored."
            error={fieldError(ask.error, "token")}
          >
            <TextArea
              className="font-mono text-[13px]"
              autoComplete="off"
              spellCheck={false}
              value={token}
              onChange={(event) => setToken(event.target.value)}
            />
          </Field>
        )}
      </form>
      {ask.data ? <TriedAnswer tenantId={tenantId} tried={ask.data} /> : <NothingAsked />}
    </div>
  );
}

function NothingAsked() {
  return (
    <div className="rounded-lg border border-dashed">
      <Empty icon={<Sparkles />} title="Ask what a visitor would ask">
        You see the answer they would get, its evidence, and the passages it was chosen from.
      </Empty>
    </div>
  );
}
