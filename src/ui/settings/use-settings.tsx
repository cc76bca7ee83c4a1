"use client";
import { type UseMutationOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useId, useState } from "react";
import { usePasswordGate } from "../key/password-gate";
import { StaleNotice } from "../part/stale-notice";
import { toast } from "../part/toast";
import { type ApiError, isStale, needsPassword } from "../refusal-of";

interface Wiring<Settings, Input> {
  /** What the procedure takes: only what was changed, and what the page showed of it. */
  toInput: (change: Partial<Settings>, seen: Partial<Settings>) => NoInfer<Input>;
  /** Draws the form anew, from what is stored now. */
  renew: () => void;
  /** What is said when it is saved. */
  words?: string;
  onSaved?: () => void;
}

interface Besides<Input> {
  /** What is sent with the change. */
  more?: Partial<Input>;
  onError?: () => void;
}

/**
 * One way to save settings: what nobody touched is not sent, what somebody else changed meanwhile is said, the password
 * is asked for where the server wants it, and errors stand beside their fields. What is shown is read again afterwards.
 */
export function useSettings<Settings extends object, Output, Fault extends ApiError, Input>(
  stored: Settings,
  options: UseMutationOptions<Output, Fault, Input>,
  { toInput, renew, words = "Saved", onSaved }: Wiring<Settings, Input>,
) {
  const router = useRouter();
  const queries = useQueryClient();
  const gate = usePasswordGate();
  const [seen, setSeen] = useState(stored);
  const save = useMutation({
    ...options,
    // One after the other: each is held against what the one before it left.
    scope: { id: useId() },
    onSettled: () => {
      router.refresh();
      return queries.invalidateQueries();
    },
  });
  const submit = (wanted: Partial<Settings>, { more, onError }: Besides<Input> = {}) => {
    const { change, was } = toChange(wanted, seen);
    const input = { ...toInput(change, was), ...more };
    const send = async (): Promise<void> => {
      // At once: a switch that is pressed back meanwhile is a change again.
      setSeen((present) => ({ ...present, ...change }));
      try {
        // Not by callbacks of `mutate`: of two presses only the last one's are called.
        await save.mutateAsync(input);
      } catch (error) {
        setSeen((present) => ({ ...present, ...was }));
        onError?.();
        if (needsPassword(error as Fault)) gate.ask(() => void send());
        return;
      }
      toast(words);
      onSaved?.();
    };
    void send();
  };
  const stale: ReactNode = isStale(save.error) && <StaleNotice words={save.error?.message ?? ""} onUse={renew} />;
  return { save, submit, stale, dialog: gate.dialog, isChanged: (wanted: Partial<Settings>) => differ(wanted, seen) };
}

/** What of `wanted` is not as it was, and how it was. */
export function toChange<Settings extends object>(wanted: Partial<Settings>, seen: Settings) {
  const names = (Object.keys(wanted) as (keyof Settings)[]).filter((name) => !same(wanted[name], seen[name]));
  const pick = (from: Partial<Settings>) =>
    Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<Settings>;
  return { change: pick(wanted), was: pick(seen) };
}

const differ = <Settings extends object>(wanted: Partial<Settings>, seen: Settings) =>
  Object.keys(toChange(wanted, seen).change).length > 0;

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
