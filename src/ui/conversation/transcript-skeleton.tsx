import { classNames } from "../part/class-names";

/** What stands in a conversation's place while it is read. */
export function TranscriptSkeleton() {
  return (
    <div className="flex h-full animate-pulse flex-col" role="status">
      <span className="sr-only">Reading…</span>
      <div className="flex h-14 items-center gap-2 border-b bg-panel px-4 sm:px-6">
        <div className="h-5 w-32 rounded-full bg-raised" />
        <div className="h-5 w-24 rounded-full bg-raised" />
      </div>
      <div className="mx-auto grid w-full max-w-3xl gap-5 px-4 py-8 sm:px-6">
        {[40, 72, 36].map((width, place) => (
          <div
            key={width}
            className={classNames("h-16 rounded-lg border bg-panel", place % 2 === 1 && "justify-self-end")}
            style={{ width: `${width}%` }}
          />
        ))}
      </div>
    </div>
  );
}
