import { SecretDialog } from "../key/secret-dialog";

interface WebhookSecretDialogProps {
  title: string;
  description?: string;
  secret: string;
  onClose: () => void;
}

/** A webhook's secret, shown the only time. */
export function WebhookSecretDialog({ secret, ...rest }: WebhookSecretDialogProps) {
  const lines = [{ name: "GATEHOUSE_WEBHOOK_SECRET", value: secret }];
  return <SecretDialog filename="webhook.env" lines={lines} {...rest} />;
}
