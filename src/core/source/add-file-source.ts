import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import type { Upload } from "@/core/file/file";
import { type Member, requireRole } from "@/core/member/member";
import { Submission, toSubmittedId } from "@/core/submission/submission";
import { isMade } from "./is-made";
import { SourceLanguage } from "./source";

/** `upload` is a multipart body with one field, `file`. */
export const AddFileSource = z.object({
  upload: z.custom<Upload>((given) => isUpload(given)),
  /** Without it, the one that its text is told by. */
  language: SourceLanguage.optional(),
  submission: Submission,
});
export type AddFileSource = z.infer<typeof AddFileSource>;

/**
 * Takes a PDF, a Word document, HTML, markdown or a plain text of at most 20 MiB and has the worker read it.
 * The same submission adds one. `too_large`, `type_not_supported`; what shows only when it is read stands on the source.
 */
export async function addFileSource(member: Member, input: AddFileSource): Promise<{ id: string }> {
  requireRole(member, "admin");
  const { language = null } = input;
  const { name: given, bytes } = await member.product.documentUploads.read(input.upload);
  const name = toShownName(given);
  const id = await toSubmittedId("source", member.tenantId, input.submission);
  const { tenantId } = member;
  const isNew = await member.database.transaction(async (tx) => {
    if (await isMade(tx, member, id)) return false;
    await tx.source.create({ data: { id, tenantId, kind: "file", title: name, language } });
    await tx.sourceFile.create({ data: { sourceId: id, tenantId, name, bytes: new Uint8Array(bytes) } });
    await recordAudit(tx, member, "source.added", id, { kind: "file", title: name, bytes: bytes.byteLength });
    return true;
  });
  if (isNew) await member.product.jobs.send("read-source", { tenantId, sourceId: id });
  return { id };
}

function isUpload(given: unknown): boolean {
  return typeof given === "object" && given !== null && "body" in given && given.body instanceof ReadableStream;
}

// The last part of a path, without what no reader sees.
function toShownName(given: string): string {
  const visible = given
    .normalize("NFC")
    .replace(/^.*[\\/]/su, "")
    .replace(/\p{C}/gu, "")
    .trim();
  return [...visible].slice(0, 200).join("") || "file";
}
