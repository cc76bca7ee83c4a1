"use client";
import { Download } from "lucide-react";
import { Button } from "../part/button";
import { CopyButton } from "../part/copy-button";
import { Dialog, DialogActions } from "../part/dialog";

/** Shows the codes the only time they can be shown. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const text = `${codes.join("\n")}\n`;
  const download = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = "gatehouse-recovery-codes.txt";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  return (
    <Dialog
      open
      locked
      onOpenChange={onClose}
      title="Keep your recovery codes"
      description="Each stands in once for a code of your app, should you lose it. They are shown this one time."
    >
      <ul className="grid gap-x-6 gap-y-1.5 rounded-md border bg-raised px-4 py-3 font-mono text-[13px] sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="mt-3 flex gap-2">
        <CopyButton text={text} label="Copy all" />
        <Button size="small" onClick={download}>
          <Download aria-hidden /> Download
        </Button>
      </div>
      <DialogActions>
        <Button kind="primary" onClick={onClose}>
          I have stored them
        </Button>
      </DialogActions>
    </Dialog>
  );
}
