import Link from "next/link";
import type { Outputs } from "../outputs";
import { Meter } from "../part/meter";
import { Section } from "../part/section";

interface QuotaCardProps {
  tenantId: string;
  usage: Outputs["usage"]["quota"];
}

/** How much of the month's quota is used, and where the month is going at this rate. */
export function QuotaCard({ tenantId, usage }: QuotaCardProps) {
  const { quota, messages, month, forecast } = usage;
  return (
    <Section
      title="Quota"
      action={
        <Link href={`/${tenantId}/behaviour`} className="text-ink-soft hover:text-ink hover:underline">
          Change
        </Link>
      }
    >
      {quota === null ? (
        <p className="text-ink-soft">There is no monthly quota: messages are answered without end.</p>
      ) : (
        <div className="grid gap-3">
          <Meter label={`Messages in ${month}`} value={messages} most={quota.monthly} />
          <p className="text-[13px] text-ink-soft">
            {forecast === null
              ? "A forecast needs a day of the month to go by."
              : `At this rate the month ends with about ${forecast.messages.toLocaleString("en")} messages${
                  forecast.spentOn ? `; the quota is spent on ${forecast.spentOn}.` : ", within the quota."
                }`}
          </p>
        </div>
      )}
    </Section>
  );
}
