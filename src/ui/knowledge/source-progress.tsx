import type { Outputs } from "../outputs";

type Pages = NonNullable<Outputs["source"]["list"][number]["pages"]>;

/** How far a site is: read, left out and still to come. */
export function SourceProgress({ pages, reading }: { pages: Pages; reading: boolean }) {
  const over = pages.done + pages.skipped + pages.failed;
  const all = over + pages.waiting;
  const words = [
    `${pages.done} ${pages.done === 1 ? "page" : "pages"} read`,
    pages.skipped > 0 && `${pages.skipped} left out`,
    pages.failed > 0 && `${pages.failed} failed`,
    reading && pages.waiting > 0 && `${pages.waiting} to come`,
  ].filter(Boolean);
  return (
    <div className="grid gap-1.5">
      <p className="text-[13px] text-ink-faint">{words.join(" · ")}</p>
      {reading && all > 0 && (
        <div
          role="progressbar"
          aria-label="Pages read"
          aria-valuemin={0}
          aria-valuemax={all}
          aria-valuenow={over}
          className="h-1 max-w-xs overflow-hidden rounded-full bg-raised"
        >
          <div className="h-full rounded-full bg-pine transition-[width]" style={{ width: `${(100 * over) / all}%` }} />
        </div>
      )}
    </div>
  );
}
