"use client";
import { Download } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "../part/button";
import { CopyButton } from "../part/copy-button";
import { Notice } from "../part/notice";

export interface EnvLine {
  name: string;
  value: string;
}

interface SecretOnceProps {
  /** Lines of a .env file; all are copied and downloaded together. */
  lines: EnvLine[];
  filename: string;
  doneLabel: string;
  onDone: () => void;
}

/** Shows a secret the only time it can be shown, and goes on when its reader says it is stored. */
export function SecretOnce({ lines, filename, doneLabel, onDone }: SecretOnceProps) {
  const [stored, setStored] = useState(false);
  const id = useId();
  const text = `${lines.map(({ name, value }) => `${name}=${value}`).join("\n")}\n`;
  const download = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = filename;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  return (
    <div className="grid gap-4">
      <Notice tone="warn">
        This is shown once. We keep it sealed and cannot show it again; afterwards you see its last four characters.
      </Notice>
      <div className="overflow-hidden rounded-lg border">
        <dl className="divide-y">
          {lines.map(({ name, value }) => (
            <div key={name} className="grid gap-0.5 px-3.5 py-2.5">
              <dt className="font-mono text-ink-faint text-xs">{name}</dt>
              <dd className="flex items-center justify-between gap-2">
                <code className="min-w-0 break-all font-mono text-[13px]" data-testid={name}>
                  {value}
                </code>
                <CopyButton bare text={value} label={`Copy ${name}`} />
              </dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap gap-2 border-t bg-raised/60 px-3 py-2.5">
          <CopyButton text={text} label="Copy all" />
          <Button size="small" onClick={download}>
            <Download aria-hidden /> Download {filename}
          </Button>
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-4">
        <label htmlFor={id} className="flex items-center gap-2.5">
          <input
            id={id}
            type="checkbox"
            className="size-4 accent-(--pine)"
            checked={stored}
            onChange={(event) => setStored(event.target.checked)}
          />
          I stored it where only my server reads it
        </label>
        <Button kind="primary" disabled={!stored} onClick={onDone}>
          {doneLabel}
        </Button>
      </div>
    </div>
  );
}
