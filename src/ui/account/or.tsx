/** A line between two ways to the same. */
export function Or() {
  return (
    <div className="flex items-center gap-3 text-ink-faint text-xs">
      <span className="h-px flex-1 bg-line" />
      or
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}
