"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Field, Input, Select } from "../part/field";
import { fieldError, formError } from "../refusal-of";
import { useSubmissions } from "../submission";

type Source = Outputs["source"]["list"][number];

const expectations = {
  source: "It cites a certain source",
  text: "It holds a certain text",
  nothing: "It is an honest “I don’t know”",
};
type Expects = keyof typeof expectations;

/** Adds a question to the test set. */
export function GoldenForm({ tenantId, sources }: { tenantId: string; sources: Source[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const [question, setQuestion] = useState("");
  const [expects, setExpects] = useState<Expects>("source");
  const [sourceId, setSourceId] = useState(sources[0]?.id ?? "");
  const [text, setText] = useState("");
  const { submission, next } = useSubmissions();
  const add = useMutation(
    api.golden.add.mutationOptions({
      onSuccess: () => {
        setQuestion("");
        next();
        setText("");
        return queries.invalidateQueries(api.golden.pathFilter());
      },
    }),
  );
  const trouble = formError(add.error, ["question", "text", "sourceId"]);
  return (
    <form
      noValidate
      className="grid gap-4 p-4 sm:p-5"
      onSubmit={(event) => {
        event.preventDefault();
        const asked = { tenantId, question, submission };
        if (expects === "source") add.mutate({ ...asked, expects, sourceId });
        else if (expects === "text") add.mutate({ ...asked, expects, text });
        else add.mutate({ ...asked, expects });
      }}
    >
      <Field label="Question" error={fieldError(add.error, "question")}>
        <Input
          name="question"
          placeholder="How long do I have to return items?"
          autoComplete="off"
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </Field>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label="What its answer must be">
          <Select value={expects} onChange={(event) => setExpects(event.target.value as Expects)}>
            {Object.entries(expectations).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        {expects === "source" && (
          <Field label="Source" error={fieldError(add.error, "sourceId")}>
            <Select value={sourceId} onChange={(event) => setSourceId(event.target.value)}>
              {sources.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {expects === "text" && (
          <Field label="Text" error={fieldError(add.error, "text")}>
            <Input name="text" placeholder="45 days" value={text} onChange={(event) => setText(event.target.value)} />
          </Field>
        )}
      </div>
      {trouble && (
        <p role="alert" className="text-[13px] text-bad">
          {trouble}
        </p>
      )}
      <div className="flex justify-end">
        <Button type="submit" kind="primary" busy={add.isPending} disabled={!question.trim()}>
          Add question
        </Button>
      </div>
    </form>
  );
}
