"use client";
import { Tabs } from "../part/tabs";
import { AddFileForm } from "./add-file-form";
import { AddPageForm } from "./add-page-form";
import { AddSiteForm } from "./add-site-form";
import { AddTextForm } from "./add-text-form";
import { AnswerForm } from "./answer-form";

/** The ways to give knowledge. */
export function AddSource({ tenantId }: { tenantId: string }) {
  return (
    <Tabs
      label="Kinds of source"
      tabs={[
        { id: "site", label: "Website", content: <AddSiteForm tenantId={tenantId} /> },
        { id: "page", label: "Web page", content: <AddPageForm tenantId={tenantId} /> },
        { id: "file", label: "Files", content: <AddFileForm tenantId={tenantId} /> },
        { id: "text", label: "Text or markdown", content: <AddTextForm tenantId={tenantId} /> },
        {
          id: "qa",
          label: "Question & answer",
          content: (
            <div className="p-4 sm:p-5">
              <AnswerForm tenantId={tenantId} />
            </div>
          ),
        },
      ]}
    />
  );
}
