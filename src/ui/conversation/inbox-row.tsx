import { BadgeCheck, Flag, ThumbsDown, ThumbsUp } from "lucide-react";
import Link from "next/link";
import { Badge } from "../part/badge";
import { classNames } from "../part/class-names";
import { Moment } from "../part/moment";
import type { Row } from "./inbox-filter";

/** One conversation of the list. */
export function InboxRow({ row, href, here }: { row: Row; href: string; here: boolean }) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? "true" : undefined}
      className={classNames(
        "block border-transparent border-l-2 px-4 py-3 outline-offset-[-2px] transition-colors hover:bg-raised/60 focus-visible:bg-raised",
        here && "border-pine bg-raised",
      )}
    >
      <span className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1 truncate font-medium" dir="auto">
          {row.question}
        </span>
        <span className="shrink-0 text-ink-faint text-xs">
          <Moment at={row.lastMessageAt} />
        </span>
      </span>
      <span className="mt-1 flex items-center gap-1.5 text-[13px] text-ink-faint">
        {row.userId !== null && <BadgeCheck className="size-3.5 shrink-0 text-good" aria-label="Verified" />}
        <span className="min-w-0 flex-1 truncate">
          {row.email ?? row.userId ?? "Anonymous"} · {row.origin.replace(/^https?:\/\//, "")}
        </span>
        {row.flagged && <Flag className="size-3.5 shrink-0 text-bad" aria-label="Flagged" />}
        {row.opinion === "positive" && <ThumbsUp className="size-3.5 shrink-0 text-good" aria-label="Rated well" />}
        {row.opinion === "negative" && <ThumbsDown className="size-3.5 shrink-0 text-bad" aria-label="Rated badly" />}
        <State row={row} />
      </span>
    </Link>
  );
}

function State({ row }: { row: Row }) {
  if (row.status === "waiting") return <Badge tone="warn">Waiting</Badge>;
  if (row.status === "person") return <Badge tone="good">Person</Badge>;
  if (row.status === "closed") return <Badge>Closed</Badge>;
  return row.answered ? null : <Badge tone="warn">Unanswered</Badge>;
}
