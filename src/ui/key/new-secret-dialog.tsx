import { SecretDialog } from "./secret-dialog";

interface NewSecretDialogProps {
  made: { kid: string; jwtSecret: string };
  onClose: () => void;
}

/** A new shared secret, shown the only time. */
export function NewSecretDialog({ made, onClose }: NewSecretDialogProps) {
  const lines = [
    { name: "GATEHOUSE_JWT_SECRET", value: made.jwtSecret },
    { name: "GATEHOUSE_JWT_KID", value: made.kid },
  ];
  return (
    <SecretDialog title="Your new shared secret" filename="gatehouse-secret.env" lines={lines} onClose={onClose} />
  );
}
