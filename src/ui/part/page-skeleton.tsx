/** What stands in a page's place while it is read. */
export function PageSkeleton() {
  return (
    <div className="animate-pulse" role="status">
      <span className="sr-only">Reading…</span>
      <div className="h-7 w-48 rounded-md bg-raised" />
      <div className="mt-3 h-4 w-full max-w-md rounded-sm bg-raised" />
      <div className="mt-7 grid gap-5">
        {[180, 260].map((height) => (
          <div key={height} className="rounded-lg border bg-panel p-5" style={{ height }}>
            <div className="h-4 w-40 rounded-sm bg-raised" />
            <div className="mt-5 h-3.5 w-4/5 rounded-sm bg-raised" />
            <div className="mt-3 h-3.5 w-3/5 rounded-sm bg-raised" />
          </div>
        ))}
      </div>
    </div>
  );
}
