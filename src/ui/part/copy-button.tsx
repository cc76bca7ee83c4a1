"use client";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";

/** Copies `text`; says so for two seconds, to the eye and to screen readers. */
export function CopyButton({ text, label = "Copy", bare }: { text: string; label?: string; bare?: boolean }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button kind={bare ? "quiet" : "plain"} size={bare ? "icon" : "small"} onClick={copy} aria-label={label}>
      {copied ? <Check className="text-good" aria-hidden /> : <Copy aria-hidden />}
      {!bare && <span aria-hidden>{copied ? "Copied" : label}</span>}
      <span className="sr-only" aria-live="polite">
        {copied ? "Copied" : ""}
      </span>
    </Button>
  );
}
