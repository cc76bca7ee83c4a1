"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { formError } from "../refusal-of";
import { KeysStep } from "./keys-step";
import { KnowledgeStep } from "./knowledge-step";
import { SiteStep } from "./site-step";
import { Stepper } from "./stepper";

type Created = Outputs["tenant"]["create"];

interface WelcomeProps {
  /** A tenant that was made here before the page was loaded anew. Its secret was shown, or never will be. */
  begun: string | null;
}

/** From an address to a widget that answers: the site, what it knows, its keys. Where to put it is the next page. */
export function Welcome({ begun }: WelcomeProps) {
  const api = useApi();
  const router = useRouter();
  const [tenantId, setTenantId] = useState(begun);
  const [keys, setKeys] = useState<Created | null>(null);
  const [step, setStep] = useState<"Your site" | "Knowledge" | "Keys">(begun ? "Knowledge" : "Your site");
  const readSite = useMutation(api.source.addSite.mutationOptions());
  const [stored, setStored] = useState(false);
  useStay(keys !== null && !stored);
  const top = useRef<HTMLDivElement>(null);
  const go = (next: typeof step) => {
    setStep(next);
    // Whoever hears the page is told where they are.
    top.current?.focus();
    scrollTo({ top: 0 });
  };

  const created = (made: Created, site: string | null) => {
    setKeys(made);
    setTenantId(made.tenantId);
    history.replaceState(null, "", `?tenant=${made.tenantId}`);
    if (site !== null) readSite.mutate({ tenantId: made.tenantId, url: site, schedule: "weekly" });
    go("Knowledge");
  };
  return (
    <div ref={top} tabIndex={-1} className="outline-none">
      <Stepper now={step} />
      <div className="mt-8">
        {step === "Your site" && <SiteStep onCreated={created} />}
        {step === "Knowledge" && tenantId && (
          <KnowledgeStep
            tenantId={tenantId}
            starting={readSite.isPending}
            trouble={formError(readSite.error)}
            onDone={() => go("Keys")}
          />
        )}
        {step === "Keys" && tenantId && (
          <KeysStep
            tenantId={tenantId}
            keys={keys}
            onDone={() => {
              setStored(true);
              router.push(`/${tenantId}/install`);
            }}
          />
        )}
      </div>
    </div>
  );
}

/** Has the browser ask before the page with what is shown once is left. */
function useStay(holds: boolean): void {
  useEffect(() => {
    if (!holds) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [holds]);
}
