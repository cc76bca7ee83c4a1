"use client";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { useSettings } from "./use-settings";

type Tenant = Omit<Outputs["tenant"]["get"], "id" | "role" | "widget" | "siteKey">;

/** Settings of the tenant itself: `stored` names those a form is about. */
export function useTenantSettings<Part extends Partial<Tenant>>(tenantId: string, stored: Part, renew: () => void) {
  const options = useApi().tenant.update.mutationOptions();
  return useSettings(stored, options, { renew, toInput: (change, seen) => ({ tenantId, ...change, seen }) });
}

/** Settings of the widget, likewise; `words` are said when they are saved. */
export function useWidgetSettings<Part extends Partial<Outputs["tenant"]["get"]["widget"]>>(
  tenantId: string,
  stored: Part,
  renew: () => void,
  words = "Saved. Pages have it when they are loaded anew.",
) {
  const options = useApi().tenant.updateWidget.mutationOptions();
  return useSettings(stored, options, {
    renew,
    words,
    toInput: (change, seen) => ({ tenantId, widget: change, seen }),
  });
}

type Ai = Omit<Outputs["ai"]["get"], "hasKey" | "last4" | "hasEmbeddingKey" | "embeddingLast4" | "platform" | "usage">;

/** Settings of who answers, likewise. */
export function useAiSettings<Part extends Partial<Ai>>(
  tenantId: string,
  stored: Part,
  { renew, onSaved }: { renew: () => void; onSaved?: () => void },
) {
  const options = useApi().ai.update.mutationOptions();
  const toInput = (change: Partial<Part>, seen: Partial<Part>) => ({ tenantId, ...change, seen });
  return useSettings(stored, options, { renew, toInput, ...(onSaved && { onSaved }) });
}
