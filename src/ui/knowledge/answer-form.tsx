"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "../api";
import { Button } from "../part/button";
import { Field, Input, TextArea } from "../part/field";
import { StaleNotice } from "../part/stale-notice";
import { toast } from "../part/toast";
import { fieldError, formError, isStale } from "../refusal-of";
import { type Renewal, renewable } from "../settings/renewable";
import { useSubmissions } from "../submission";

const fields = ["question", "answer", "url"];

interface AnswerFormProps {
  tenantId: string;
  /** What is changed; without an id it is new. */
  present?: { id?: string; question: string; answer: string; url: string | null };
  /** The unanswered questions that it answers. */
  settles?: string;
  onSaved?: () => void;
}

/** A question with its answer: new, or changed. */
export const AnswerForm = renewable(({ tenantId, present, settles, onSaved, renew }: AnswerFormProps & Renewal) => {
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const empty = { question: present?.question ?? "", answer: present?.answer ?? "", url: present?.url ?? "" };
  const [given, setGiven] = useState(empty);
  const set = (part: Partial<typeof given>) => setGiven((now) => ({ ...now, ...part }));
  const [seen, setSeen] = useState({ question: empty.question, answer: empty.answer });
  const { submission, next } = useSubmissions();
  const put = useMutation(
    api.source.putAnswer.mutationOptions({
      onSuccess: async (_, { question, answer }) => {
        if (!present) setGiven(empty);
        setSeen({ question, answer });
        next();
        toast(`“${question}” is answered from now on`);
        onSaved?.();
        await queries.invalidateQueries(api.source.pathFilter());
        await queries.invalidateQueries(api.unanswered.pathFilter());
      },
      // What is shown beside was rendered with the page.
      onError: () => router.refresh(),
    }),
  );
  const stale = isStale(put.error);
  const trouble = stale ? undefined : formError(put.error, fields);
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const url = given.url.trim();
        const known = { ...(present?.id && { id: present.id }), ...(settles && { settles }), ...(url && { url }) };
        const { question, answer } = given;
        put.mutate({ tenantId, question, answer, submission, ...known, ...(present?.id && { seen }) });
      }}
    >
      {stale && <StaleNotice words={put.error?.message ?? ""} onUse={renew} />}
      <Field
        label="Question"
        hint="As visitors put it: it is found by these words."
        error={fieldError(put.error, "question")}
      >
        <Input
          name="question"
          placeholder="Can I change the address of my order?"
          autoComplete="off"
          value={given.question}
          onChange={(event) => set({ question: event.target.value })}
        />
      </Field>
      <Field label="Answer" error={fieldError(put.error, "answer")}>
        <TextArea
          name="answer"
          rows={5}
          value={given.answer}
          onChange={(event) => set({ answer: event.target.value })}
        />
      </Field>
      <Field
        label="Where visitors can read more (optional)"
        hint="Citations link here."
        error={fieldError(put.error, "url")}
      >
        <Input
          name="link"
          inputMode="url"
          placeholder="https://www.example.com/help/orders"
          autoComplete="off"
          value={given.url}
          onChange={(event) => set({ url: event.target.value })}
        />
      </Field>
      {trouble && (
        <p role="alert" className="text-[13px] text-bad">
          {trouble}
        </p>
      )}
      <div className="flex justify-end">
        <Button type="submit" kind="primary" busy={put.isPending}>
          {present?.id ? "Save answer" : "Add answer"}
        </Button>
      </div>
    </form>
  );
});
