"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { AnswerText } from "../conversation/answer-text";
import { CitationList } from "../conversation/citation-list";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Section } from "../part/section";
import { fieldError, formError } from "../refusal-of";

interface AskBoxProps {
  tenantId: string;
  /** How many there are to answer from. */
  passages: number;
  /** Whether there will be more in a moment. */
  reading: boolean;
}

/** Asks what a visitor would, of what is known by now. */
export function AskBox({ tenantId, passages, reading }: AskBoxProps) {
  const api = useApi();
  const [question, setQuestion] = useState("");
  const ask = useMutation(api.playground.ask.mutationOptions());
  const answer = ask.data;
  return (
    <Section title="Ask it something" description="You see what a visitor would, with the evidence beside it.">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate({ tenantId, question });
        }}
      >
        <Field
          label="Question"
          hint={hintOf(passages, reading)}
          error={fieldError(ask.error, "question") ?? formError(ask.error, ["question"])}
        >
          <div className="flex gap-2">
            <Input
              name="question"
              placeholder="What do your visitors ask most?"
              autoComplete="off"
              value={question}
              onChange={(event) => setQuestion(event.target.value)}
            />
            <Button type="submit" busy={ask.isPending} disabled={!question.trim() || passages === 0}>
              Ask
            </Button>
          </div>
        </Field>
      </form>
      {answer && (
        <div aria-live="polite" className="mt-5 grid animate-appear gap-3 border-t pt-5">
          <div className="flex items-center gap-2">
            {answer.grounded ? <Badge tone="good">With evidence</Badge> : <Badge tone="warn">No evidence found</Badge>}
            <Badge>{answer.totalMs.toFixed(0)} ms</Badge>
          </div>
          <AnswerText content={answer.content} />
          <CitationList citations={answer.citations} />
          {!answer.grounded && reading && (
            <p className="text-[13px] text-ink-faint">Pages are still being read. Ask again in a moment.</p>
          )}
        </div>
      )}
    </Section>
  );
}

function hintOf(passages: number, reading: boolean): string {
  if (passages > 0)
    return `${passages.toLocaleString("en")} ${passages === 1 ? "passage" : "passages"} to answer from${reading ? " so far" : ""}.`;
  return reading ? "In a moment: the first page is being read." : "Give it something to know first.";
}
