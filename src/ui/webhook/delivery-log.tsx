"use client";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useApi } from "../api";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Dialog } from "../part/dialog";
import { ListFilter } from "../part/list-filter";
import { Moment } from "../part/moment";
import { toast } from "../part/toast";
import { useUrlState } from "../part/url-state";

interface DeliveryLogProps {
  tenantId: string;
  webhookId: string;
  onClose: () => void;
}

/** Of one page of the list. */
const SHOWN = 50;
const statuses = ["delivered", "waiting", "failed"] as const;
const labels = { delivered: "Delivered", waiting: "Waiting", failed: "Failed" };
const tones = { delivered: "good", waiting: "warn", failed: "bad" } as const;

/** What a webhook was sent and what became of it, as it happens. */
export function DeliveryLog({ tenantId, webhookId, onClose }: DeliveryLogProps) {
  const api = useApi();
  const [get] = useUrlState();
  const status = statuses.find((one) => one === get("deliveries"));
  const log = useInfiniteQuery(
    api.webhook.deliveries.infiniteQueryOptions(
      { tenantId, webhookId, limit: SHOWN, ...(status && { status }) },
      {
        getNextPageParam: (page) => (page.length < SHOWN ? undefined : page.at(-1)?.id),
        refetchInterval: 2000,
      },
    ),
  );
  const rows = log.data?.pages.flat() ?? [];
  const resend = useMutation(
    api.webhook.resend.mutationOptions({
      onError: (error) => toast.error(error.message),
      onSettled: () => log.refetch(),
    }),
  );
  return (
    <Dialog open onOpenChange={onClose} title="Deliveries" description="Newest first." wide>
      <ListFilter choices={[{ name: "deliveries", label: "State", all: "Any state", labels }]} className="mb-2" />
      {log.isPending && <p className="text-ink-faint">Reading…</p>}
      {log.isError && <p className="text-bad">{log.error.message}</p>}
      {log.isSuccess && rows.length === 0 && (
        <p className="text-ink-soft">{status ? "No delivery is like that." : "Nothing was sent yet."}</p>
      )}
      <ul className="divide-y">
        {rows.map((row) => (
          <li key={row.id} className="flex items-start gap-3 py-2.5">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2">
                <code className="font-mono text-[13px]">{row.event}</code>
                <Badge tone={tones[row.status as keyof typeof tones]}>{row.status}</Badge>
              </p>
              <p className="mt-0.5 text-[13px] text-ink-faint">
                <Moment at={row.createdAt} /> · {row.attempts} {row.attempts === 1 ? "attempt" : "attempts"}
                {row.lastError && <span className="text-bad"> · {row.lastError}</span>}
              </p>
            </div>
            {row.status !== "waiting" && (
              <Button
                size="small"
                busy={resend.isPending && resend.variables.id === row.id}
                onClick={() => resend.mutate({ tenantId, id: row.id })}
              >
                Send again
              </Button>
            )}
          </li>
        ))}
      </ul>
      {log.hasNextPage && (
        <div className="border-t pt-3 text-center">
          <Button kind="quiet" busy={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
            Show older
          </Button>
        </div>
      )}
    </Dialog>
  );
}
