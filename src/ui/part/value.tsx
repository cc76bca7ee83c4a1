import { CopyButton } from "./copy-button";

/** A key or an address in one line, with its copy button. */
export function Value({ text, label }: { text: string; label: string }) {
  return (
    <div className="flex min-w-0 items-center gap-1 rounded-md border bg-raised py-0.5 pr-0.5 pl-3">
      <code className="min-w-0 flex-1 overflow-x-auto whitespace-nowrap font-mono text-[13px] [scrollbar-width:none]">
        {text}
      </code>
      <CopyButton bare text={text} label={`Copy ${label}`} />
    </div>
  );
}
