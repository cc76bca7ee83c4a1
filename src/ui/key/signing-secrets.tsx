"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Section } from "../part/section";
import { useAsked } from "../part/use-asked";
import { useMay } from "../shell/role";
import { ExtendDialog } from "./extend-dialog";
import { LeakDialog } from "./leak-dialog";
import { OwnersOnly } from "./owners-only";
import { RetireDialog } from "./retire-dialog";
import { RotateDialog } from "./rotate-dialog";
import { SecretRow } from "./secret-row";

export type Secret = Outputs["signingSecret"]["list"][number];
type Doing = { what: "rotate" } | { what: "extend" | "retire" | "leak"; secret: Secret };

/** The tenant's secrets with what they are used for, and everything that can be done to them. */
export function SigningSecrets({ tenantId, initial }: { tenantId: string; initial: Secret[] }) {
  const api = useApi();
  const may = useMay("owner");
  const [doing, setDoing] = useState<Doing>();
  const [asked, settle] = useAsked("rotate-secret");
  const [showAll, setShowAll] = useState(false);
  const secrets = useQuery({
    ...api.signingSecret.list.queryOptions({ tenantId }),
    initialData: initial,
    refetchInterval: 10_000,
  });
  const working = secrets.data.filter(({ state }) => state === "current" || state === "retiring");
  const ended = secrets.data.filter((secret) => !working.includes(secret));
  const close = () => {
    setDoing(undefined);
    settle();
  };
  const current = working.find(({ state }) => state === "current");
  return (
    <Section
      flush
      title="JWT shared secrets"
      description="Your server signs who your visitor is with the current one. After a rotation the old one goes on working until its overlap ends."
      action={may ? <Button onClick={() => setDoing({ what: "rotate" })}>Rotate…</Button> : <OwnersOnly />}
    >
      <ul className="divide-y">
        {[...working, ...(showAll ? ended : [])].map((secret) => (
          <SecretRow key={secret.kid} secret={secret} onDo={(what) => setDoing({ what, secret })} />
        ))}
      </ul>
      {ended.length > 0 && (
        <div className="border-t px-3 py-2">
          <Button kind="quiet" size="small" aria-expanded={showAll} onClick={() => setShowAll(!showAll)}>
            {showAll ? "Hide" : "Show"} {ended.length} that {ended.length === 1 ? "works" : "work"} no more
          </Button>
        </div>
      )}
      {(asked || doing?.what === "rotate") && <RotateDialog tenantId={tenantId} current={current} onClose={close} />}
      {doing?.what === "extend" && <ExtendDialog tenantId={tenantId} secret={doing.secret} onClose={close} />}
      {doing?.what === "retire" && <RetireDialog tenantId={tenantId} secret={doing.secret} onClose={close} />}
      {doing?.what === "leak" && <LeakDialog tenantId={tenantId} secret={doing.secret} onClose={close} />}
    </Section>
  );
}
