import { Check, X } from "lucide-react";
import { classNames } from "../part/class-names";

const callers = [
  { origin: "https://www.example.com", verdict: "on your list", admitted: true },
  { origin: "https://shop.example.com", verdict: "one label under *.example.com", admitted: true },
  { origin: "https://copycat.example.net", verdict: "origin_not_allowed", admitted: false },
  { origin: "http://www.example.com", verdict: "https_required", admitted: false },
  { origin: "null", verdict: "origin_missing", admitted: false },
];

/** The gate's arch, and what it says to five callers. The verdicts are the gateway's own codes. */
export function Door() {
  return (
    <figure className="relative mx-auto w-full min-w-0 max-w-[420px]">
      <svg viewBox="0 0 420 440" className="absolute inset-0 size-full" fill="none" aria-hidden="true">
        <path d="M10 440V200a200 200 0 0 1 400 0v240" className="stroke-line-strong" strokeWidth="1" />
        <path d="M34 440V200a176 176 0 0 1 352 0v240" className="fill-panel stroke-line" strokeWidth="1" />
        <path d="M10 200h24M386 200h24M58 92l19 15M362 92l-19 15M210 0v24" className="stroke-line-strong" />
        <path d="M198 22h24l-4 26h-16z" className="fill-pine-wash stroke-pine-line" />
      </svg>
      <div className="relative px-[14%] pt-[26%] pb-6">
        <figcaption className="mb-4 text-center font-medium text-ink-faint text-sm">Who is at the door?</figcaption>
        <ul className="grid gap-1.5">
          {callers.map(({ origin, verdict, admitted }) => (
            <li key={origin} className="flex items-start gap-2.5 rounded-md border bg-ground px-3 py-2">
              {admitted ? (
                <Check className="mt-0.5 size-4 shrink-0 text-good" aria-label="admitted" />
              ) : (
                <X className="mt-0.5 size-4 shrink-0 text-bad" aria-label="refused" />
              )}
              <span className="min-w-0">
                <span className={classNames("block truncate font-mono text-[13px]", !admitted && "text-ink-faint")}>
                  {origin}
                </span>
                <span className="block truncate text-ink-faint text-xs">{verdict}</span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </figure>
  );
}
