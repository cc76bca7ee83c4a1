"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "../api";
import { SecretOnce } from "../key/secret-once";
import type { Outputs } from "../outputs";
import { Button } from "../part/button";
import { Field, Input, TextArea } from "../part/field";
import { Notice } from "../part/notice";
import { fieldError, formError } from "../refusal-of";

export function CreateTenantForm() {
  const api = useApi();
  const [name, setName] = useState("");
  const [sites, setSites] = useState("");
  const create = useMutation(api.tenant.create.mutationOptions());
  if (create.data) return <Created tenant={create.data} />;
  const failed = formError(create.error, ["name", "origins"]);
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ name, origins: sites.split(/[\s,]+/).filter(Boolean) });
      }}
    >
      {failed && <Notice tone="bad">{failed}</Notice>}
      <Field
        label="Name"
        hint="Your company or product, as your team calls it. Visitors do not see it."
        error={fieldError(create.error, "name")}
      >
        <Input autoFocus name="name" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field
        label="Your site’s addresses"
        hint="One per line. Only pages from these may use your widget; you can add them later. An empty list lets nobody in."
        error={fieldError(create.error, "origins")}
      >
        <TextArea
          name="origins"
          className="font-mono text-[13px]"
          rows={3}
          spellCheck={false}
          placeholder={"https://www.example.com\nhttps://example.com"}
          value={sites}
          onChange={(event) => setSites(event.target.value)}
        />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" kind="primary" busy={create.isPending}>
          Create tenant
        </Button>
      </div>
    </form>
  );
}

function Created({ tenant }: { tenant: Outputs["tenant"]["create"] }) {
  const router = useRouter();
  return (
    <div role="status">
      <p className="mb-4 text-ink-soft">
        Your tenant exists. The site key is public and goes into your pages; the shared secret is for your server, which
        signs in your users with it.
      </p>
      <SecretOnce
        filename="gatehouse.env"
        doneLabel="Go to the console"
        onDone={() => router.push(`/${tenant.tenantId}`)}
        lines={[
          { name: "GATEHOUSE_TENANT_ID", value: tenant.tenantId },
          { name: "GATEHOUSE_SITE_KEY", value: tenant.siteKey },
          { name: "GATEHOUSE_JWT_SECRET", value: tenant.jwtSecret },
        ]}
      />
    </div>
  );
}
