import { Button } from "../part/button";

interface SaveRowProps {
  changed: boolean;
  busy: boolean;
  /** What went wrong, where it belongs beside no field. */
  error?: string | undefined;
  onUndo: () => void;
}

/** The end of a form: nothing to press until something changed. */
export function SaveRow({ changed, busy, error, onUndo }: SaveRowProps) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 border-t pt-4">
      {error && (
        <p role="alert" className="mr-auto text-[13px] text-bad">
          {error}
        </p>
      )}
      <Button kind="quiet" disabled={!changed || busy} onClick={onUndo}>
        Undo changes
      </Button>
      <Button type="submit" kind="primary" disabled={!changed} busy={busy}>
        Save
      </Button>
    </div>
  );
}
