import Link from "next/link";
import { AllowOrigin } from "../origin/allow-origin";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Moment } from "../part/moment";

const labels = {
  origins: "Open Origins",
  install: "How to sign users in",
  "keys#token": "Check a token",
  "keys#api-keys": "Open API keys",
  "behaviour#demand": "Open Who may ask",
  "behaviour#limits": "Open Limits",
} as const;

function toPlace({ page, section }: Extract<Mend, { kind: "open" }>): { address: string; label: string } {
  const address = section ? `${page}#${section}` : page;
  return { address, label: labels[(address in labels ? address : page) as keyof typeof labels] };
}

type Mend = Outputs["refusal"]["list"][number]["mend"];

interface RefusalRowProps {
  tenantId: string;
  refusal: Outputs["refusal"]["list"][number];
}

/** One origin that was refused for one reason: how often, when, a sample, and what mends it. */
export function RefusalRow({ tenantId, refusal }: RefusalRowProps) {
  const { origin, count, mend, why, detail, pageUrlHash, firstSeenAt, lastSeenAt } = refusal;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
      <div className="min-w-0 flex-1 basis-72 text-[13px]">
        <p className="break-all font-mono">{origin || "without an origin"}</p>
        {(why || detail) && <p className="mt-0.5 break-words text-ink-soft">{why || detail}</p>}
        <p className="mt-0.5 text-ink-faint">
          last <Moment at={lastSeenAt} /> · first <Moment at={firstSeenAt} />
          {pageUrlHash && (
            <span title={`SHA-256 of the page’s address: ${pageUrlHash}`}> · page {pageUrlHash.slice(0, 8)}…</span>
          )}
        </p>
      </div>
      <span className="font-medium text-base">{count.toLocaleString("en")}×</span>
      {mend.kind === "done" && <Badge tone="good">Allowed now</Badge>}
      {mend.kind === "allow" && <AllowOrigin tenantId={tenantId} pattern={mend.pattern} />}
      {mend.kind === "open" && (
        <Button size="small" asChild>
          <Link href={`/${tenantId}/${toPlace(mend).address}`}>{toPlace(mend).label}</Link>
        </Button>
      )}
    </li>
  );
}
