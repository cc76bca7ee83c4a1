"use client";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { MoreActions } from "./more-actions";
import { useHandling } from "./use-handling";

interface HeadProps {
  tenantId: string;
  role: string;
  conversation: Outputs["conversation"]["get"];
}

const states = {
  ai: { tone: "neutral", label: "With the assistant" },
  waiting: { tone: "warn", label: "Waiting for a person" },
  person: { tone: "good", label: "With a person" },
  closed: { tone: "neutral", label: "Closed" },
} as const;

/** Who is talking, and what can be done about it. */
export function TranscriptHead({ tenantId, role, conversation }: HeadProps) {
  const query = useSearchParams().toString();
  const { id: conversationId, status, identity } = conversation;
  const handling = useHandling(tenantId, conversationId);
  const state = states[status];
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-2 border-b bg-panel px-4 py-2.5 sm:px-6">
      {/* Beside the list its own title is the page's. */}
      <h1 className="sr-only lg:hidden">Conversation</h1>
      <Link
        href={`/${tenantId}/conversations${query && `?${query}`}`}
        className="-ml-2 rounded-md p-1.5 text-ink-soft hover:bg-raised lg:hidden"
      >
        <ChevronLeft className="size-5" aria-hidden />
        <span className="sr-only">All conversations</span>
      </Link>
      <h2 className="sr-only">Conversation</h2>
      <Badge tone={state.tone}>{state.label}</Badge>
      {identity ? <Badge tone="good">Verified identity</Badge> : <Badge>Anonymous</Badge>}
      {role !== "viewer" && (
        <div className="ml-auto flex items-center gap-2">
          {(status === "ai" || status === "waiting") && (
            <Button
              size="small"
              busy={handling.takeOver.isPending}
              onClick={() => handling.takeOver.mutate({ tenantId, conversationId })}
            >
              Take over
            </Button>
          )}
          {(status === "person" || status === "waiting") && (
            <Button
              size="small"
              busy={handling.returnToAi.isPending}
              onClick={() => handling.returnToAi.mutate({ tenantId, conversationId })}
            >
              Return to AI
            </Button>
          )}
          {status === "closed" ? (
            <Button
              size="small"
              busy={handling.reopen.isPending}
              onClick={() => handling.reopen.mutate({ tenantId, conversationId })}
            >
              Open again
            </Button>
          ) : (
            <Button size="small" busy={handling.close.isPending} onClick={() => handling.closeFrom(status)}>
              Close
            </Button>
          )}
          <MoreActions tenantId={tenantId} role={role} conversation={conversation} />
        </div>
      )}
    </header>
  );
}
