import { ARCH } from "./arch";

/** The gate's arch: logo, favicon and launcher are this one path. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} fill="currentColor" aria-hidden="true">
      <path d={ARCH} />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold text-[15px] tracking-tight">
      <Mark className="size-5 text-pine" />
      Gatehouse
    </span>
  );
}
