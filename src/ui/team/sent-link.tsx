import { Button } from "../part/button";
import { Dialog, DialogActions } from "../part/dialog";
import { Value } from "../part/value";

/** Where no mail server is configured on a local installation: the link itself. */
export function SentLink({ link, onClose }: { link: string; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Hand over the link"
      description="No mail server is configured here, so nothing was sent. Give this link to whom you invited."
    >
      <Value text={link} label="the link" />
      <DialogActions>
        <Button kind="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
