"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { PassageRow } from "./passage-row";

/** What the answer was chosen from when it was given; asked for once it is unfolded. */
export function Retrieved({ tenantId, messageId }: { tenantId: string; messageId: string }) {
  const api = useApi();
  const [unfolded, setUnfolded] = useState(false);
  const found = useQuery({
    ...api.conversation.retrieved.queryOptions({ tenantId, messageId }),
    enabled: unfolded,
    // It was kept with the answer and does not change.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <details
      className="w-full max-w-[88%] text-[13px]"
      onToggle={(event) => event.currentTarget.open && setUnfolded(true)}
    >
      <summary className="w-fit text-ink-faint hover:text-ink">What was retrieved</summary>
      <div className="mt-2 rounded-lg border bg-panel">
        {found.isLoading && <p className="px-3.5 py-3 text-ink-faint">Reading…</p>}
        {found.isError && <p className="px-3.5 py-3 text-bad">{found.error.message}</p>}
        {found.data === null && (
          <p className="px-3.5 py-3 text-ink-faint">
            Nothing was searched for it, or it was given before this was kept.
          </p>
        )}
        {found.data?.length === 0 && <p className="px-3.5 py-3 text-ink-faint">Nothing was found in your sources.</p>}
        <ol className="divide-y">
          {found.data?.map(({ id, title, score, share, passage }) => (
            <PassageRow
              key={id}
              heading={[title, ...(passage?.headings ?? [])].join(" › ")}
              text={passage?.text ?? "The source has changed since; this passage is no longer in it."}
              score={score}
              share={share}
              {...(passage && { href: `/${tenantId}/knowledge/${passage.source_id}` })}
            />
          ))}
        </ol>
      </div>
    </details>
  );
}
