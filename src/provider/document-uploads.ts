// Documents that become knowledge, as they are uploaded: what they are is told by their bytes.
import { fileTypeFromBuffer } from "file-type";
import type { DocumentUploads, UploadedDocument } from "@/core/source/document-uploads";
import { Failure } from "@/failures";
import { isBinary } from "./decoded-text";
import { openFormReader } from "./upload-reader";

const MOST_BYTES = 20 * 1024 * 1024;
const HEAD_BYTES = 4100;
const DOCUMENTS = new Set([
  "application/pdf",
  "application/zip",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  // Told apart, and refused with their reason, when they are read.
  "application/x-cfb",
  "application/xml",
]);

export function openDocumentUploads(): DocumentUploads {
  return openFormReader({ mostBytes: MOST_BYTES, check: checkDocument });
}

async function checkDocument(name: string, bytes: Buffer): Promise<UploadedDocument> {
  const head = bytes.subarray(0, HEAD_BYTES);
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const isText = found === undefined && (isMarked(head) || !isBinary(head.toString("latin1")));
  if (!isText && !DOCUMENTS.has(found?.mime ?? "")) {
    throw new Failure("type_not_supported", {
      detail: "Send a PDF, a Word document (.docx), HTML, markdown or a plain text.",
    });
  }
  return { name, bytes };
}

// UTF-16 text is full of zeros and says so.
function isMarked([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
