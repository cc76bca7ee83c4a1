import { Dialog } from "../part/dialog";
import { SecretOnce } from "./secret-once";

interface NewSecretDialogProps {
  made: { kid: string; jwtSecret: string };
  onClose: () => void;
}

/** A new shared secret, shown the only time. */
export function NewSecretDialog({ made, onClose }: NewSecretDialogProps) {
  return (
    <Dialog open wide locked onOpenChange={() => {}} title="Your new shared secret">
      <SecretOnce
        filename="gatehouse-secret.env"
        doneLabel="Done"
        onDone={onClose}
        lines={[
          { name: "GATEHOUSE_JWT_SECRET", value: made.jwtSecret },
          { name: "GATEHOUSE_JWT_KID", value: made.kid },
        ]}
      />
    </Dialog>
  );
}
