"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Network } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Moment } from "../part/moment";
import { Empty, Section } from "../part/section";

type Page = Outputs["source"]["pages"]["pages"][number];
type Group = Page["group"];

const groups: Record<Group, { label: string; tone: "good" | "neutral" | "warn" | "bad" }> = {
  done: { label: "Read", tone: "good" },
  skipped: { label: "Left out", tone: "neutral" },
  failed: { label: "Failed", tone: "bad" },
  waiting: { label: "To come", tone: "warn" },
};

/** The pages of a site, each with what became of it; `?pages=` narrows them. */
export function CrawlPages({ tenantId, sourceId, live }: { tenantId: string; sourceId: string; live: boolean }) {
  const api = useApi();
  const path = usePathname();
  const asked = useSearchParams().get("pages") ?? "";
  const group = asked in groups ? (asked as Group) : undefined;
  const list = useInfiniteQuery(
    api.source.pages.infiniteQueryOptions(
      { tenantId, id: sourceId, group },
      { getNextPageParam: ({ next }) => next ?? undefined, refetchInterval: live ? 2_000 : false },
    ),
  );
  const counts = list.data?.pages[0]?.counts;
  const rows = list.data?.pages.flatMap(({ pages }) => pages) ?? [];
  const all = counts ? Object.values(counts).reduce((sum, count) => sum + count, 0) : 0;
  const filter = (
    <nav aria-label="Pages by outcome" className="flex flex-wrap gap-1">
      <Chip href={path} here={!group} label="All" count={all} />
      {(Object.keys(groups) as Group[]).map((name) => (
        <Chip
          key={name}
          href={`${path}?pages=${name}`}
          here={group === name}
          label={groups[name].label}
          count={counts?.[name] ?? 0}
        />
      ))}
    </nav>
  );
  return (
    <Section flush title="Pages" description="What was asked for, and what became of it." action={filter}>
      {rows.length === 0 && !list.isPending ? (
        <Empty icon={<Network />} title="No page here">
          {live ? "The site is being looked at." : "None of its pages is in this state."}
        </Empty>
      ) : (
        <ul className="divide-y">
          {rows.map((page) => (
            <PageRow key={page.url} page={page} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div className="border-t p-3 text-center">
          <Button kind="quiet" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </Section>
  );
}

function Chip({ href, here, label, count }: { href: string; here: boolean; label: string; count: number }) {
  return (
    <Link
      href={href}
      scroll={false}
      replace
      aria-current={here ? "true" : undefined}
      className="inline-flex items-center gap-1.5 rounded-full border border-line-strong px-2.5 py-1 text-[13px] text-ink-soft transition-colors hover:bg-raised aria-[current=true]:border-pine-line aria-[current=true]:bg-pine-wash aria-[current=true]:font-medium aria-[current=true]:text-ink"
    >
      {label} <span className="text-ink-faint tabular-nums">{count}</span>
    </Link>
  );
}

function PageRow({ page }: { page: Page }) {
  const { label, tone } = groups[page.group];
  return (
    <li className="flex items-start gap-3 px-4 py-3 sm:px-5">
      <div className="min-w-0 flex-1">
        <a href={page.url} target="_blank" rel="noreferrer" className="block truncate hover:underline">
          {page.title || page.url}
        </a>
        {page.title && <p className="truncate text-[13px] text-ink-faint">{page.url}</p>}
        {page.reason && <p className="mt-0.5 break-words text-[13px] text-ink-soft">{page.reason}</p>}
      </div>
      <div className="grid shrink-0 justify-items-end gap-1 text-[13px] text-ink-faint">
        <Badge tone={tone}>{label}</Badge>
        {page.fetchedAt && <Moment at={page.fetchedAt} />}
      </div>
    </li>
  );
}
