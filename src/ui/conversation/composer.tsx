"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { TextArea } from "../part/field";
import { Key } from "../part/key";
import { fieldError, formError } from "../refusal-of";
import { useSubmissions } from "../submission";

interface ComposerProps {
  tenantId: string;
  conversation: Outputs["conversation"]["get"];
}

/** Answers the visitor in person, or says how to. */
export function Composer({ tenantId, conversation }: ComposerProps) {
  const api = useApi();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const { submission, next } = useSubmissions();
  const { id: conversationId, status } = conversation;
  const settle = () => queries.invalidateQueries(api.conversation.get.pathFilter());
  const reply = useMutation(
    api.conversation.reply.mutationOptions({
      onSuccess: () => {
        setText("");
        next();
      },
      onSettled: settle,
    }),
  );
  if (status === "closed") {
    return <p className="border-t bg-panel px-6 py-4 text-center text-ink-faint">This conversation is closed.</p>;
  }
  const send = () => {
    if (text.trim() && !reply.isPending) reply.mutate({ tenantId, conversationId, text, submission });
  };
  const failed = fieldError(reply.error, "text") ?? formError(reply.error);
  return (
    <form
      className="border-t bg-panel px-4 py-3 sm:px-6"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="mx-auto grid max-w-3xl gap-2">
        <TextArea
          aria-label="Your answer"
          placeholder={
            status === "person" ? "Answer the visitor…" : "Answer in person; the assistant stays silent from then on…"
          }
          className="min-h-16 resize-y"
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
          }}
        />
        {failed && (
          <p role="alert" className="text-[13px] text-bad">
            {failed}
          </p>
        )}
        <div className="flex items-center justify-between gap-3">
          <p className="text-[13px] text-ink-faint max-sm:hidden">
            <Key>Ctrl</Key> <Key>Enter</Key> sends
          </p>
          <Button type="submit" kind="primary" busy={reply.isPending} disabled={!text.trim()} className="ml-auto">
            {status === "person" ? "Send" : "Take over and send"}
          </Button>
        </div>
      </div>
    </form>
  );
}
