"use client";
import { Tabs } from "../part/tabs";
import { AddPageForm } from "./add-page-form";
import { AddTextForm } from "./add-text-form";

/** The ways to give knowledge. */
export function AddSource({ tenantId }: { tenantId: string }) {
  return (
    <Tabs
      label="Kinds of source"
      tabs={[
        { id: "page", label: "Web page", content: <AddPageForm tenantId={tenantId} /> },
        { id: "text", label: "Text or markdown", content: <AddTextForm tenantId={tenantId} /> },
      ]}
    />
  );
}
