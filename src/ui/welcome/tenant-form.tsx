"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api";
import { ColorField } from "../appearance/color-field";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";
import { Notice } from "../part/notice";
import { Toggle } from "../part/toggle";
import { fieldError, formError } from "../refusal-of";
import { useSubmission } from "../submission";
import { OriginRows } from "./origin-rows";
import { toTenantName } from "./tenant-name";

type Seen = Outputs["tenant"]["lookAtSite"];

interface TenantFormProps {
  /** What is proposed; null where all is filled in by hand. */
  seen: Seen | null;
  onCreated: (made: Outputs["tenant"]["create"], site: string | null) => void;
}

/** A tenant's name, sites and colour, as proposed or otherwise. */
export function TenantForm({ seen, onCreated }: TenantFormProps) {
  const api = useApi();
  const face = seen?.face ?? null;
  const [name, setName] = useState(seen ? toTenantName(seen) : "");
  const [origins, setOrigins] = useState(seen && seen.origins.length > 0 ? seen.origins : [""]);
  const [primaryColor, setPrimaryColor] = useState(face?.color ?? null);
  const [reads, setReads] = useState(face?.mayRead ?? false);
  const submission = useSubmission();
  const create = useMutation(
    api.tenant.create.mutationOptions({ onSuccess: (made) => onCreated(made, reads && seen ? seen.url : null) }),
  );
  const given = origins.map((origin) => origin.trim());
  const failed = formError(create.error, ["name", "origins", "primaryColor"]);
  return (
    <form
      noValidate
      className="grid animate-appear gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setOrigins(given.some(Boolean) ? given.filter(Boolean) : [""]);
        create.mutate({ name, origins: given.filter(Boolean), primaryColor, submission });
      }}
    >
      {failed && <Notice tone="bad">{failed}</Notice>}
      <div className="grid items-start gap-5 sm:grid-cols-[1fr_180px]">
        <Field
          label="Name"
          hint="Your company or product, as your team calls it."
          error={fieldError(create.error, "name")}
        >
          <Input
            autoFocus={seen === null}
            name="name"
            autoComplete="organization"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <ColorField
          label="Widget colour"
          usual="#1f5f4a"
          value={primaryColor}
          onChange={setPrimaryColor}
          error={fieldError(create.error, "primaryColor")}
        />
      </div>
      <OriginRows
        origins={origins}
        errorOf={(place) => fieldError(create.error, `origins.${place}`)}
        onChange={(next) => {
          create.reset();
          setOrigins(next);
        }}
      />
      {face && (
        <div className="rounded-lg border bg-panel px-4 py-3.5 sm:px-5">
          <Toggle
            checked={reads}
            onChange={setReads}
            label="Answer from this site’s pages"
            description={
              face.mayRead
                ? `Up to 500 pages of ${new URL(face.url).host} are read now and again every week.`
                : "Its robots.txt asks not to be read, so nothing would come of it. Paste texts or drop files instead."
            }
            disabled={!face.mayRead}
          />
        </div>
      )}
      <div className="flex justify-end">
        <Button type="submit" kind="primary" size="large" busy={create.isPending}>
          Create tenant
        </Button>
      </div>
    </form>
  );
}
