"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, LoaderCircle } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api";
import { AddSource } from "../knowledge/add-source";
import { SourceBadge } from "../knowledge/source-badge";
import { SourceProgress } from "../knowledge/source-progress";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { classNames } from "../part/class-names";
import { Notice } from "../part/notice";
import { Section } from "../part/section";
import { AskBox } from "./ask-box";

type Source = Outputs["source"]["list"][number];

interface KnowledgeStepProps {
  tenantId: string;
  /** Whether the site is about to be read. */
  starting: boolean;
  /** Why it is not. */
  trouble: string | undefined;
  onDone: () => void;
}

const EVERY_MS = 1000;

/** What it knows, as it comes, and a question right there. */
export function KnowledgeStep({ tenantId, starting, trouble, onDone }: KnowledgeStepProps) {
  const api = useApi();
  const list = useQuery({
    ...api.source.list.queryOptions({ tenantId }),
    refetchInterval: ({ state }) => (starting || state.data?.some(isUnderWay) ? EVERY_MS : false),
  });
  const sources = list.data ?? [];
  const passages = sources.reduce((sum, source) => sum + source.passages, 0);
  const nothing = !starting && list.isFetched && sources.length === 0;
  const [more, setMore] = useState(false);
  return (
    <div className="grid gap-5">
      {trouble && <Notice tone="warn">The site is not being read: {trouble}</Notice>}
      <Section
        flush
        title={nothing ? "Give it something to know" : "What it knows"}
        description={
          nothing
            ? "A site, a text or files: answers are made of these and of nothing else."
            : "It goes on by itself; you need not wait here."
        }
      >
        {(starting || list.isPending) && sources.length === 0 && <Starting />}
        {sources.length > 0 && (
          <ul className="divide-y" aria-label="Sources">
            {sources.map((source) => (
              <SourceLine key={source.id} source={source} />
            ))}
          </ul>
        )}
        {sources.length > 0 && (
          <div className="border-t px-2 py-1.5 sm:px-3">
            <Button kind="quiet" size="small" aria-expanded={more} onClick={() => setMore(!more)}>
              <ChevronDown className={classNames("transition-transform", more && "rotate-180")} aria-hidden />
              Add a text, files or another site
            </Button>
          </div>
        )}
        {(nothing || more) && (
          <div className={classNames(more && "border-t")}>
            <AddSource tenantId={tenantId} />
          </div>
        )}
      </Section>
      <AskBox tenantId={tenantId} passages={passages} reading={starting || sources.some(isUnderWay)} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="text-[13px] text-ink-faint">No model key is needed: these answers are your own words.</p>
        <Button kind="primary" size="large" onClick={onDone}>
          Continue to keys
        </Button>
      </div>
    </div>
  );
}

function isUnderWay({ status }: Source): boolean {
  return status === "waiting" || status === "reading";
}

function Starting() {
  return (
    <p className="flex items-center gap-2.5 px-4 py-4 text-ink-soft sm:px-5" role="status">
      <LoaderCircle className="size-4 animate-spin" aria-hidden /> Beginning to read your site…
    </p>
  );
}

function SourceLine({ source }: { source: Source }) {
  const { title, status, passages, pages, failure, notice } = source;
  return (
    <li className="flex items-start justify-between gap-4 px-4 py-3.5 sm:px-5">
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium">{title}</p>
        {pages ? (
          <SourceProgress pages={pages} reading={isUnderWay(source)} />
        ) : (
          <p className="text-[13px] text-ink-faint">
            {passages} {passages === 1 ? "passage" : "passages"}
          </p>
        )}
        {failure && <p className="mt-1 text-[13px] text-bad">{failure}</p>}
        {notice && <p className="mt-1 text-[13px] text-warn">{notice}</p>}
      </div>
      <SourceBadge status={status} />
    </li>
  );
}
