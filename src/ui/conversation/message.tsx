import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Moment } from "../part/moment";
import { AnswerText } from "./answer-text";
import { CitationList } from "./citation-list";

type MessageOf = Outputs["conversation"]["get"]["messages"][number];

/** One message of a transcript. */
export function Message({ message }: { message: MessageOf }) {
  const visitor = message.role === "user";
  return (
    <li className="grid gap-2.5 px-4 py-4 sm:px-5">
      <div className="flex items-center gap-2 text-[13px]">
        <span className="font-medium">{visitor ? "Visitor" : "Gatehouse"}</span>
        {!visitor &&
          (message.grounded ? <Badge tone="good">With evidence</Badge> : <Badge tone="warn">No evidence found</Badge>)}
        <span className="ml-auto text-ink-faint">
          <Moment at={new Date(message.createdAt)} />
        </span>
      </div>
      <AnswerText content={message.content} />
      <CitationList citations={message.citations} />
    </li>
  );
}
