import { Dialog } from "../part/dialog";
import { type EnvLine, SecretOnce } from "./secret-once";

interface SecretDialogProps {
  title: string;
  description?: string;
  /** What the file is called that it can be downloaded as. */
  filename: string;
  lines: EnvLine[];
  onClose: () => void;
}

/** A new secret, shown the only time: it is closed by saying that it is stored. */
export function SecretDialog({ title, description, filename, lines, onClose }: SecretDialogProps) {
  return (
    <Dialog open wide locked onOpenChange={() => {}} title={title} description={description}>
      <SecretOnce filename={filename} doneLabel="Done" onDone={onClose} lines={lines} />
    </Dialog>
  );
}
