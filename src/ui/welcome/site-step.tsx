"use client";
import { useMutation } from "@tanstack/react-query";
import { Globe } from "lucide-react";
import { useState } from "react";
import { useApi } from "../api";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { fieldError, formError } from "../refusal-of";
import { SiteCard, SiteCardSkeleton } from "./site-card";
import { TenantForm } from "./tenant-form";

interface SiteStepProps {
  /** `site` is what to read, null where nothing is. */
  onCreated: (made: Outputs["tenant"]["create"], site: string | null) => void;
}

/** An address first; what can be read off it is proposed, and everything of it can be changed. */
export function SiteStep({ onCreated }: SiteStepProps) {
  const api = useApi();
  const [url, setUrl] = useState("");
  const [byHand, setByHand] = useState(false);
  const look = useMutation(api.tenant.lookAtSite.mutationOptions({ onSuccess: () => setByHand(false) }));
  const seen = look.data;
  return (
    <div className="grid gap-6">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          look.mutate({ url });
        }}
      >
        <Field
          label="Your site’s address"
          hint="We read its start page once: its name, colour and how many pages it has. You see everything before it is kept."
          error={fieldError(look.error, "url") ?? formError(look.error, ["url"])}
        >
          <div className="flex gap-2">
            <span className="relative min-w-0 flex-1">
              <Globe className="pointer-events-none absolute top-3 left-3.5 size-4.5 text-ink-faint" aria-hidden />
              <Input
                autoFocus
                name="url"
                inputMode="url"
                className="h-11 pl-10.5 text-base"
                placeholder="www.example.com"
                autoComplete="url"
                autoCapitalize="off"
                spellCheck={false}
                value={url}
                onChange={(event) => setUrl(event.target.value)}
              />
            </span>
            <Button
              type="submit"
              kind={seen ? "plain" : "primary"}
              size="large"
              busy={look.isPending}
              disabled={!url.trim()}
            >
              {seen ? "Look again" : "Continue"}
            </Button>
          </div>
        </Field>
      </form>
      <div aria-live="polite" className="grid gap-6 empty:hidden">
        {look.isPending && <SiteCardSkeleton address={url.trim()} />}
        {!look.isPending && seen?.face && <SiteCard face={seen.face} />}
        {!look.isPending && seen?.trouble && (
          <Notice tone="warn">
            <p className="font-medium">We could not read it: {seen.trouble}</p>
            <p className="mt-0.5">
              That is no obstacle. Fill in the rest by hand, and give it texts or files to answer from.
            </p>
          </Notice>
        )}
      </div>
      {!look.isPending && seen && <TenantForm key={look.submittedAt} seen={seen} onCreated={onCreated} />}
      {byHand && !seen && !look.isPending && <TenantForm seen={null} onCreated={onCreated} />}
      {!byHand && !seen && !look.isPending && (
        <button
          type="button"
          onClick={() => setByHand(true)}
          className="justify-self-start rounded-sm text-ink-soft hover:text-ink hover:underline"
        >
          No site yet? Fill it in by hand
        </button>
      )}
    </div>
  );
}
