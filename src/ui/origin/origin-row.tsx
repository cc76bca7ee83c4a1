import { Pencil, Trash2 } from "lucide-react";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Moment } from "../part/moment";
import { For } from "../shell/role";

interface OriginRowProps {
  origin: Outputs["origin"]["list"][number];
  removing: boolean;
  onEdit: () => void;
  onRemove: () => void;
}

export function OriginRow({ origin, removing, onEdit, onRemove }: OriginRowProps) {
  const { pattern, group, expiresAt, expired, lastSeenAt, requests } = origin;
  return (
    <li className="flex items-start gap-3 px-4 py-3.5 sm:items-center sm:px-5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="break-all font-mono text-[13px]">{pattern}</span>
          {expired ? <Badge tone="bad">Expired</Badge> : <SeenBadge seen={lastSeenAt !== null} />}
          {pattern.startsWith("http:") && <Badge tone="warn">Development</Badge>}
          {group && <Badge>Group {group}</Badge>}
        </p>
        <p className="mt-0.5 text-[13px] text-ink-soft">{origin.words}</p>
        <p className="mt-0.5 text-[13px] text-ink-faint">
          {requests.toLocaleString("en")} {requests === 1 ? "request" : "requests"} in 24 h
          {lastSeenAt && (
            <>
              {" · last seen "}
              <Moment at={lastSeenAt} />
            </>
          )}
          {expiresAt && (
            <>
              {expired ? " · expired " : " · expires "}
              <Moment at={expiresAt} />
            </>
          )}
          {" · added "}
          <Moment at={origin.createdAt} />
        </p>
      </div>
      <For least="admin">
        <div className="flex shrink-0 gap-1">
          <Button kind="quiet" size="icon" aria-label={`Change ${pattern}`} onClick={onEdit}>
            <Pencil aria-hidden />
          </Button>
          <Button kind="quiet" size="icon" aria-label={`Remove ${pattern}`} busy={removing} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        </div>
      </For>
    </li>
  );
}

function SeenBadge({ seen }: { seen: boolean }) {
  return seen ? <Badge tone="good">Live</Badge> : <Badge>Not seen yet</Badge>;
}
