"use client";
import { useMutation } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Empty, Section } from "../part/section";
import { fieldError, formError } from "../refusal-of";
import { AnswerText } from "./answer-text";
import { CitationList } from "./citation-list";

type Tried = Outputs["playground"]["ask"];

/** Asks like a visitor and shows what stood behind the answer. */
export function Playground({ tenantId }: { tenantId: string }) {
  const api = useApi();
  const [question, setQuestion] = useState("");
  const ask = useMutation(api.playground.ask.mutationOptions());
  return (
    <div className="grid gap-5">
      <form
        noValidate
        className="rounded-lg border bg-panel p-4 sm:p-5"
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate({ tenantId, question });
        }}
      >
        <Field label="Question" error={fieldError(ask.error, "question") ?? formError(ask.error)}>
          <div className="flex gap-2">
            <Input
              name="question"
              placeholder="How long do I have to return items?"
              autoComplete="off"
              value={question}
              onChange={(event) => setQuestion(event.target.value)}
            />
            <Button type="submit" kind="primary" busy={ask.isPending} disabled={!question.trim()}>
              Ask
            </Button>
          </div>
        </Field>
      </form>
      {ask.data ? <TriedAnswer tried={ask.data} /> : <NothingAsked />}
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

function TriedAnswer({ tried }: { tried: Tried }) {
  return (
    <>
      <Section
        title="Answer"
        action={
          <div className="flex items-center gap-2">
            {tried.grounded ? <Badge tone="good">With evidence</Badge> : <Badge tone="warn">No evidence found</Badge>}
            <Badge>{tried.milliseconds.toFixed(0)} ms</Badge>
          </div>
        }
      >
        <div className="grid gap-4">
          <AnswerText content={tried.content} />
          <CitationList citations={tried.citations} />
        </div>
      </Section>
      {tried.passages.length > 0 && (
        <Section
          flush
          title="Passages found"
          description="Best first. The share says how much of the question a passage covers; a low one means the question is about something else."
        >
          <ol className="divide-y">
            {tried.passages.map((passage) => (
              <PassageRow key={passage.id} passage={passage} />
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

function PassageRow({ passage }: { passage: Tried["passages"][number] }) {
  return (
    <li className="flex gap-4 px-4 py-3.5 sm:px-5">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{[passage.title, ...passage.headings].join(" › ")}</p>
        <p className="mt-1 line-clamp-3 text-[13px] text-ink-soft">{passage.text}</p>
      </div>
      <div className="w-16 shrink-0 text-right text-[13px]">
        <p className="font-medium">{Math.round(passage.share * 100)} %</p>
        <p className="text-ink-faint" title="BM25 score">
          {passage.score.toFixed(1)}
        </p>
      </div>
    </li>
  );
}
