import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";

type Status = Outputs["source"]["get"]["status"];

const looks = {
  ready: { tone: "good", label: "Ready" },
  waiting: { tone: "neutral", label: "Waiting" },
  reading: { tone: "neutral", label: "Reading" },
  failed: { tone: "bad", label: "Failed" },
} as const satisfies Record<Status, { tone: string; label: string }>;

export function SourceBadge({ status }: { status: Status }) {
  return <Badge tone={looks[status].tone}>{looks[status].label}</Badge>;
}
