import type { Outputs } from "../outputs";
import { Notice } from "../part/notice";

type Ai = Outputs["ai"]["get"];

/** How far the passages are embedded, and why they are not. */
export function EmbeddingState({ state, use }: { state: NonNullable<Ai["embedding"]>; use: Ai["embeddingUse"] }) {
  const { passages, embedded, failure, canCompare } = state;
  if (!canCompare)
    return (
      <Notice tone="bad">
        This installation’s database has no pgvector: nothing is embedded, the words alone count.
      </Notice>
    );
  const share = passages === 0 ? 100 : Math.min(100, Math.floor((100 * embedded) / passages));
  const count = (value: number) => value.toLocaleString("en-US");
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap justify-between gap-x-4 text-[13px] text-ink-soft">
        <span>
          {embedded >= passages
            ? `All ${count(passages)} passages are embedded.`
            : `${count(embedded)} of ${count(passages)} passages are embedded.`}
        </span>
        <span>{`${count(use.tokens)} tokens in ${count(use.calls)} calls, last 30 days`}</span>
      </div>
      <div className="h-1.5 overflow-hidden rounded-full bg-raised" aria-hidden>
        <div className="h-full rounded-full bg-pine" style={{ width: `${share}%` }} />
      </div>
      {failure && <Notice tone="warn">{`The last try failed and is made again: ${failure}`}</Notice>}
    </div>
  );
}
