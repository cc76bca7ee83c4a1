/** In place of a button that only owners have. */
export function OwnersOnly() {
  return <span className="text-[13px] text-ink-faint">Owners change these</span>;
}
