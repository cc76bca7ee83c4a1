import { Badge } from "../part/badge";
import { Button } from "../part/button";
import { Moment } from "../part/moment";
import { useMay } from "../shell/role";
import type { Secret } from "./signing-secrets";

const tones = { current: "good", retiring: "warn", retired: "neutral", revoked: "neutral", leaked: "bad" } as const;

interface SecretRowProps {
  secret: Secret;
  onDo: (what: "extend" | "retire" | "leak") => void;
}

export function SecretRow({ secret, onDo }: SecretRowProps) {
  const may = useMay("owner");
  const { state, kid, safeToRetire } = secret;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3.5 sm:px-5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <code className="font-mono text-[13px]">ghs_…{secret.last4}</code>
          <Badge tone={tones[state]}>{state}</Badge>
          {safeToRetire && <Badge tone="good">safe to retire</Badge>}
        </p>
        <p className="mt-0.5 text-[13px] text-ink-faint">
          <span className="font-mono">{kid}</span> · made <Moment at={secret.createdAt} />
          {state === "retiring" && secret.retiresAt && (
            <>
              {" · stops working "}
              <Moment at={secret.retiresAt} />
            </>
          )}
          {secret.lastUsedAt ? (
            <>
              {" · last used "}
              <Moment at={secret.lastUsedAt} />
            </>
          ) : (
            " · never used"
          )}
        </p>
      </div>
      <Share {...secret} />
      {may && (state === "current" || state === "retiring") && (
        <div className="flex flex-wrap gap-2">
          {state === "retiring" && (
            <>
              <Button size="small" onClick={() => onDo("extend")}>
                Extend…
              </Button>
              <Button size="small" kind={safeToRetire ? "plain" : "danger"} onClick={() => onDo("retire")}>
                Retire now
              </Button>
            </>
          )}
          <Button size="small" kind="danger" onClick={() => onDo("leak")}>
            It leaked…
          </Button>
        </div>
      )}
    </li>
  );
}

/** How much of what the door saw in 24 hours was signed with it. */
function Share({ requests, share }: Secret) {
  const percent = Math.round(share * 100);
  return (
    <div className="w-36 text-[13px]">
      <p className="flex justify-between gap-2">
        <span className="font-medium">{requests.toLocaleString("en")}</span>
        <span className="text-ink-faint">{share > 0 && percent === 0 ? "< 1" : percent} % in 24 h</span>
      </p>
      <div className="mt-1 h-1.5 overflow-hidden rounded-full bg-raised" aria-hidden>
        <div className="h-full rounded-full bg-pine" style={{ width: `${Math.max(percent, share > 0 ? 2 : 0)}%` }} />
      </div>
    </div>
  );
}
