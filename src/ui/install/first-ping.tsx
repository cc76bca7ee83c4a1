"use client";
import { useQuery } from "@tanstack/react-query";
import { Check, LoaderCircle, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useApi } from "../api";
import { AllowOrigin } from "../origin/allow-origin";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { classNames } from "../part/class-names";
import { Moment } from "../part/moment";
import { explainRefusal } from "../refusal/reasons";

interface FirstPingProps {
  tenantId: string;
  origins: Outputs["origin"]["list"];
  refusals: Outputs["refusal"]["list"];
}

const EVERY_MS = 2000;
const pageNames = { keys: "Keys & secrets", origins: "Origins", behaviour: "Behaviour" };
/** What was refused longer ago belongs on the Refusals page. */
const RECENT_MS = 24 * 3600_000;

/** Live: what has come from which site, and who stands before the door without being on the list. */
export function FirstPing({ tenantId, origins, refusals }: FirstPingProps) {
  const api = useApi();
  const live = { refetchInterval: EVERY_MS, staleTime: EVERY_MS };
  const listed = useQuery({ ...api.origin.list.queryOptions({ tenantId }), initialData: origins, ...live });
  const refused = useQuery({ ...api.refusal.list.queryOptions({ tenantId }), initialData: refusals, ...live });
  const seen = listed.data.filter(({ lastSeenAt }) => lastSeenAt !== null);
  const waiting = refused.data
    .filter(({ mend, lastSeenAt }) => mend.kind !== "done" && mend.kind !== "none" && isRecent(lastSeenAt))
    .slice(0, 5);
  return (
    <div>
      <div role="status" className="px-4 py-4 sm:px-5">
        {seen.length === 0 ? <Waiting /> : seen.map((origin) => <Seen key={origin.id} origin={origin} />)}
      </div>
      {waiting.length > 0 && (
        <ul className="divide-y border-t">
          {waiting.map(({ reason, origin, mend, why, count, lastSeenAt }) => (
            <li key={`${reason} ${origin}`} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-5">
              <div className="min-w-0 flex-1 basis-64 text-[13px]">
                <p className="text-sm">
                  <span className="break-all font-mono text-[13px]">{origin || "A request"}</span> was refused{" "}
                  {count.toLocaleString("en")}×, last <Moment at={lastSeenAt} />
                </p>
                <p className="text-ink-faint">{why || explainRefusal(reason).cure}</p>
              </div>
              {mend.kind === "allow" && <AllowOrigin tenantId={tenantId} pattern={mend.pattern} />}
              {mend.kind === "open" && mend.page !== "install" && (
                <Link href={`/${tenantId}/${mend.page}`} className="font-medium text-[13px] text-pine hover:underline">
                  Open {pageNames[mend.page]}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function isRecent(at: Date): boolean {
  return Date.now() - at.getTime() < RECENT_MS;
}

function Waiting() {
  return (
    <p className="flex items-center gap-3">
      <LoaderCircle className="size-5 shrink-0 animate-spin text-ink-faint" aria-hidden />
      <span>
        <span className="block font-medium">Waiting for the first request from your site…</span>
        <span className="block text-[13px] text-ink-faint">
          Open the page that has the widget and click its button. This list looks by itself every two seconds.
        </span>
      </span>
    </p>
  );
}

type Origin = Outputs["origin"]["list"][number];

function Seen({ origin }: { origin: Origin }) {
  const { pattern, lastSeenAt, requests, widgetVersion, blockedBy } = origin;
  const blocked = isBlocked(origin);
  return (
    <div className="flex items-start gap-3 py-1.5">
      <span
        className={classNames(
          "mt-0.5 grid size-5 shrink-0 place-items-center rounded-full",
          blocked ? "bg-warn-wash text-warn" : "bg-pine text-on-pine",
        )}
      >
        {blocked ? <TriangleAlert className="size-3.5" aria-hidden /> : <Check className="size-3.5" aria-hidden />}
      </span>
      <div className="min-w-0 text-[13px]">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="break-all font-mono">{pattern}</span>
          {widgetVersion && <Badge>Widget {widgetVersion}</Badge>}
        </p>
        <p className="text-ink-faint">
          {requests.toLocaleString("en")} {requests === 1 ? "request" : "requests"} in 24 h
          {lastSeenAt && (
            <>
              , the last <Moment at={lastSeenAt} />
            </>
          )}
        </p>
        {blocked && (
          <p className="mt-1 text-warn">
            The page’s own Content Security Policy keeps the widget from us:{" "}
            <code className="font-mono">{blockedBy}</code> does not name this installation. The lines to add stand
            below, under Content Security Policy.
          </p>
        )}
      </div>
    </div>
  );
}

/** Whether the last thing heard from there is that its pages' policy forbids us. */
function isBlocked({ blockedAt, widgetSeenAt }: Origin): boolean {
  return blockedAt !== null && isRecent(blockedAt) && (widgetSeenAt === null || blockedAt > widgetSeenAt);
}
