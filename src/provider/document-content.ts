// What a document is, told by its bytes first, and its text.
import type { DocumentFacts, ReadDocument } from "@/core/source/document-reader";
import { isBinary, toText } from "./decoded-text";
import { readDocx } from "./docx-text";
import { FetchRefused } from "./fetch-refused";
import { readHtml, readPage, toDocument } from "./page-text";
import { readPdf } from "./pdf-text";

/** Throws FetchRefused for what cannot be read. */
export async function readDocument(bytes: Uint8Array, facts: DocumentFacts): Promise<ReadDocument> {
  if (startsWith(bytes, "%PDF-")) return readPdf(bytes);
  if (startsWith(bytes, "PK\x03\x04")) {
    if (/word\/document\.xml/.test(new TextDecoder("latin1").decode(bytes))) return readDocx(bytes);
    throw new FetchRefused("An archive is not read; PDF, Word, HTML, markdown and plain text are.");
  }
  if (startsWith(bytes, "\xd0\xcf\x11\xe0"))
    throw new FetchRefused("It is encrypted or of an old Word format. Save it as .docx without a password.");
  if (facts.name === undefined) return readPage(bytes, facts.contentType, facts.url);
  return readTextFile(bytes, facts.name);
}

function readTextFile(bytes: Uint8Array, name: string): ReadDocument {
  const text = toText(bytes);
  // A byte order mark makes UTF-16 text; anything else with zeros in it is none.
  if (isBinary(text.slice(0, 100_000)))
    throw new FetchRefused("It is not a text; PDF, Word, HTML, markdown and plain text are read.");
  if (/\.x?html?$/i.test(name) || /^\s*<(?:!doctype html|html|head|body)[\s>]/i.test(text)) return readHtml(text);
  return toDocument(/^#\s+(.+)$/m.exec(text)?.[1]?.trim() ?? "", text);
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}
