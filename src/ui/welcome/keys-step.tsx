import Link from "next/link";
import { SecretOnce } from "../key/secret-once";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Notice } from "../part/notice";

interface KeysStepProps {
  tenantId: string;
  /** Null where they were shown before the page was loaded anew. */
  keys: Outputs["tenant"]["create"] | null;
  onDone: () => void;
}

/** The site key, which is public, and the shared secret, which is shown here and never again. */
export function KeysStep({ tenantId, keys, onDone }: KeysStepProps) {
  if (!keys)
    return (
      <div className="grid gap-5">
        <Notice tone="info">
          The shared secret was made when the tenant was, and is shown only then. Where you do not have it, make another
          under{" "}
          <Link href={`/${tenantId}/keys`} className="font-medium underline">
            Keys & secrets
          </Link>
          . The widget works without it; your server needs it to sign users in.
        </Notice>
        <div className="flex justify-end">
          <Button kind="primary" size="large" onClick={onDone}>
            Continue to install
          </Button>
        </div>
      </div>
    );
  return (
    <div>
      <p className="mb-4 text-ink-soft">
        The site key is public and goes into your pages. The shared secret is for your server, which signs in your users
        with it.
      </p>
      <SecretOnce
        filename="gatehouse.env"
        doneLabel="Continue to install"
        onDone={onDone}
        lines={[
          { name: "GATEHOUSE_TENANT_ID", value: keys.tenantId },
          { name: "GATEHOUSE_SITE_KEY", value: keys.siteKey },
          { name: "GATEHOUSE_JWT_SECRET", value: keys.jwtSecret },
        ]}
      />
    </div>
  );
}
