import { ThumbsDown, ThumbsUp } from "lucide-react";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { classNames } from "../part/class-names";
import { Moment } from "../part/moment";
import { AnswerText } from "./answer-text";
import { CitationList } from "./citation-list";
import { Retrieved } from "./retrieved";

type MessageOf = Outputs["conversation"]["get"]["messages"][number];

interface MessageProps {
  tenantId: string;
  message: MessageOf;
}

/** One message of a transcript, with what stood behind it. */
export function Message({ tenantId, message }: MessageProps) {
  if (message.author === "system") return <Note message={message} />;
  const visitor = message.role === "user";
  const person = message.author === "person";
  return (
    <li className={classNames("grid gap-1.5", visitor ? "justify-items-start" : "justify-items-end")}>
      <div className="flex flex-wrap items-center gap-2 text-[13px] text-ink-faint">
        <span className="font-medium text-ink-soft">{visitor ? "Visitor" : person ? "Team" : "Assistant"}</span>
        <Moment at={new Date(message.createdAt)} />
        {message.answerMs !== null && <span title="Time to the answer">{duration(message.answerMs)}</span>}
        {message.verdict && <Badge tone="bad">Flagged: {toReason(message.verdict)}</Badge>}
        {message.searchOnly && <Badge>Search only</Badge>}
        {!visitor && !person && !message.state && !message.grounded && <Badge tone="warn">No evidence</Badge>}
      </div>
      <div
        className={classNames(
          "grid max-w-[88%] gap-3 rounded-lg border px-3.5 py-2.5",
          visitor ? "bg-panel" : person ? "border-pine-line bg-pine-wash" : "bg-raised",
        )}
      >
        {message.state === "pending" ? (
          <p className="animate-pulse text-ink-faint">Writing…</p>
        ) : (
          <AnswerText content={message.content} />
        )}
        <CitationList citations={message.citations} />
        {message.opinion && <Opinion {...message.opinion} />}
      </div>
      {!visitor && !person && !message.state && <Retrieved tenantId={tenantId} messageId={message.id} />}
    </li>
  );
}

function Note({ message }: { message: MessageOf }) {
  return (
    <li className="flex items-center gap-3 text-[13px] text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <span className="max-w-[70%] text-center">{message.content}</span>
    </li>
  );
}

function Opinion({ value, comment }: { value: string; comment: string | null }) {
  const good = value === "positive";
  return (
    <p className={classNames("flex items-center gap-1.5 text-[13px]", good ? "text-good" : "text-bad")}>
      {good ? <ThumbsUp className="size-3.5" aria-hidden /> : <ThumbsDown className="size-3.5" aria-hidden />}
      {good ? "Good answer" : "Bad answer"}
      {comment && <span className="text-ink-soft">“{comment}”</span>}
    </p>
  );
}

function toReason({ by, found }: NonNullable<MessageOf["verdict"]>): string {
  if (by === "local") return "abusive words";
  return by === "words" ? `“${found[0]}” is on your list` : found.join(", ");
}

function duration(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}
