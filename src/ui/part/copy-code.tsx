import { Check, Copy } from "lucide-react";
import { Button } from "./button";

/** Copies the code of the figure it stands in. Pressed through the page's own script: pages of documents have no React. */
export function CopyCode() {
  return (
    <Button size="small" data-copy="" aria-label="Copy" className="group" suppressHydrationWarning>
      <Check className="hidden text-good group-data-copied:block" aria-hidden />
      <Copy className="group-data-copied:hidden" aria-hidden />
      <span aria-hidden className="group-data-copied:hidden">
        Copy
      </span>
      <span aria-hidden className="hidden group-data-copied:inline">
        Copied
      </span>
      <span className="sr-only" aria-live="polite" />
    </Button>
  );
}
