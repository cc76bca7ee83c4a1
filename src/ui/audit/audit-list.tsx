"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Download, ScrollText } from "lucide-react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Choice } from "../part/choice";
import { Input } from "../part/field";
import { Empty } from "../part/section";
import { useUrlState } from "../part/url-state";
import { AuditRow } from "./audit-row";

interface AuditListProps {
  tenantId: string;
  choices: Outputs["audit"]["choices"];
}

const names = ["actor", "action", "from", "to"] as const;

/** The record, newest first, narrowed by what stands in the address. */
export function AuditList({ tenantId, choices }: AuditListProps) {
  const api = useApi();
  const [get, set] = useUrlState();
  const wanted = Object.fromEntries(names.map((name) => [name, get(name)]).filter(([, value]) => value !== ""));
  const list = useInfiniteQuery(
    api.audit.list.infiniteQueryOptions({ tenantId, ...wanted }, { getNextPageParam: ({ next }) => next ?? undefined }),
  );
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  const link = (format: string) => `/api/audit/${tenantId}?${new URLSearchParams({ ...wanted, format })}`;
  return (
    <section className="rounded-lg border bg-panel">
      <div className="flex flex-wrap items-center gap-2 border-b p-3">
        <Choice
          aria-label="Who"
          className="min-w-36 flex-1"
          value={get("actor")}
          onChoose={(actor) => set({ actor })}
          options={[
            { value: "", label: "Anybody" },
            ...choices.actors.map(({ actor, email }) => ({ value: actor, label: email ?? actor })),
          ]}
        />
        <Choice
          aria-label="What"
          className="min-w-36 flex-1"
          value={get("action")}
          onChoose={(action) => set({ action })}
          options={[
            { value: "", label: "Any action" },
            ...choices.actions.map((action) => ({ value: action, label: action })),
          ]}
        />
        <Input
          type="date"
          aria-label="From"
          className="w-36"
          value={get("from")}
          onChange={(event) => set({ from: event.target.value })}
        />
        <Input
          type="date"
          aria-label="To"
          className="w-36"
          value={get("to")}
          onChange={(event) => set({ to: event.target.value })}
        />
        <Button asChild size="small">
          <a href={link("csv")} download>
            <Download aria-hidden /> CSV
          </a>
        </Button>
        <Button asChild size="small">
          <a href={link("json")} download>
            <Download aria-hidden /> JSON
          </a>
        </Button>
      </div>
      {list.isPending && <p className="p-5 text-ink-faint">Reading…</p>}
      {list.isError && <p className="p-5 text-bad">{list.error.message}</p>}
      {list.isSuccess && entries.length === 0 && (
        <Empty icon={<ScrollText />} title="Nothing fits">
          No row of the record fits what you chose.
        </Empty>
      )}
      <ul className="divide-y">
        {entries.map((entry) => (
          <AuditRow key={entry.sequence} entry={entry} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="border-t p-3 text-center">
          <Button kind="quiet" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            Show older
          </Button>
        </div>
      )}
    </section>
  );
}
