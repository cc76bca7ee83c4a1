"use client";
import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert, FileUp } from "lucide-react";
import { useId, useState } from "react";
import { useApi } from "../api";
import { classNames } from "../part/class-names";
import { newSubmission } from "../submission";
import { LanguageField } from "./language-field";

interface Upload {
  name: string;
  /** Null while it is on its way. */
  failure: string | null;
}

export function AddFileForm({ tenantId }: { tenantId: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const id = useId();
  const [over, setOver] = useState(false);
  const [language, setLanguage] = useState<string | null>(null);
  const [uploads, setUploads] = useState<Upload[]>([]);

  const send = async (files: File[]) => {
    setUploads(files.map(({ name }) => ({ name, failure: null })));
    for (const file of files) {
      const failure = await upload(tenantId, file, language);
      setUploads((now) =>
        failure === null
          ? now.filter(({ name }) => name !== file.name)
          : now.map((one) => (one.name === file.name ? { ...one, failure } : one)),
      );
      await queries.invalidateQueries(api.source.list.pathFilter());
    }
  };

  return (
    <div className="grid gap-4 p-4 sm:p-5">
      <LanguageField label="Language of the files" value={language} onChoose={setLanguage} />
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send([...event.dataTransfer.files]);
        }}
        className={classNames(
          "grid cursor-pointer justify-items-center gap-1 rounded-md border border-line-strong border-dashed px-4 py-8 text-center transition-colors focus-within:border-pine hover:bg-raised",
          over && "border-pine bg-pine-wash",
        )}
      >
        <FileUp className="mb-1 size-5 text-ink-faint" aria-hidden />
        <span className="font-medium">Drop files here or choose them</span>
        <span className="text-[13px] text-ink-faint">
          PDF, Word (.docx), HTML, markdown or plain text, 20 MB at most
        </span>
        <input
          id={id}
          type="file"
          multiple
          accept=".pdf,.docx,.html,.htm,.md,.markdown,.txt"
          className="sr-only"
          onChange={(event) => {
            void send([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </label>
      {uploads.length > 0 && (
        <ul className="grid gap-1.5 text-[13px]" aria-live="polite">
          {uploads.map(({ name, failure }) => (
            <li key={name} className={classNames("flex items-start gap-2", failure ? "text-bad" : "text-ink-soft")}>
              {failure && <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />}
              <span className="min-w-0 break-words">{failure ? `${name}: ${failure}` : `Sending ${name} …`}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Why a file was not taken, or null. */
async function upload(tenantId: string, file: File, language: string | null): Promise<string | null> {
  const form = new FormData();
  form.set("file", file);
  const query = { tenant: tenantId, submission: newSubmission(), ...(language && { language }) };
  try {
    const answer = await fetch(`/api/documents?${new URLSearchParams(query)}`, { method: "POST", body: form });
    if (answer.ok) return null;
    const { message } = (await answer.json()) as { message?: string };
    return message ?? "It was not taken.";
  } catch {
    return "The server cannot be reached. Check your connection and try again.";
  }
}
