import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { tryQuestion } from "@/core/answer/try-question";
import type { Member } from "@/core/member/member";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { addFileSource } from "./add-file-source";
import { getSource } from "./get-source";
import { readSource } from "./read-source";
import { removeSource } from "./remove-source";

const product = freshProduct();

async function upload(member: Member, name: string, content: BlobPart) {
  const form = new FormData();
  form.set("file", new Blob([content]), name);
  const { headers, body } = new Response(form);
  return addFileSource(member, {
    upload: { contentType: headers.get("content-type") ?? "", declaredBytes: null, body },
  });
}

const files = (member: Member) => member.database.transaction((tx) => tx.sourceFile.count());

test("a PDF becomes passages with the page they stand on; its bytes are not kept", async () => {
  const { owner } = await freshTenant(product);
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const text of ["Parcels are free from 40 euros.", "A repair takes twelve days."])
    pdf.addPage().drawText(text, { font, size: 12 });
  const { id } = await upload(owner, "C:\\docs\\Handbook.pdf", new Uint8Array(await pdf.save()));
  expect(await getSource(owner, { id })).toMatchObject({ kind: "file", title: "Handbook.pdf", status: "waiting" });
  expect(await files(owner)).toBe(1);
  await readSource(owner, { sourceId: id });
  expect(await getSource(owner, { id })).toMatchObject({
    status: "ready",
    passages: [{ anchor: "page=1" }, { anchor: "page=2", text: "A repair takes twelve days." }],
  });
  expect((await tryQuestion(owner, { question: "How long does a repair take?" })).content).toMatch(/twelve days/);
  expect(await files(owner)).toBe(0);
});

test("what cannot be read says why on its source; the next one is read", async () => {
  const { owner } = await freshTenant(product);
  const broken = await upload(owner, "a.pdf", "%PDF-1.4 and nothing more");
  const empty = await upload(owner, "a.html", "<html><body><p hidden>x</p></body></html>");
  const fine = await upload(owner, "a.md", "# Hours\n\nWe open at ten.");
  for (const { id } of [broken, empty, fine]) await readSource(owner, { sourceId: id });
  expect(await getSource(owner, broken)).toMatchObject({ status: "failed", failure: "The PDF is broken." });
  expect(await getSource(owner, empty)).toMatchObject({ status: "failed", failure: "There is no text in this file." });
  expect(await getSource(owner, fine)).toMatchObject({ status: "ready", title: "Hours" });
});

test("pictures are refused at once, too large ones too; a removed file takes its bytes along", async () => {
  const { owner } = await freshTenant(product);
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  await expect(upload(owner, "a.pdf", picture)).rejects.toMatchObject({ code: "type_not_supported" });
  const large = new Uint8Array(20 * 1024 * 1024 + 1).fill(65);
  await expect(upload(owner, "a.txt", large)).rejects.toMatchObject({ code: "too_large" });
  const { id } = await upload(owner, "a.txt", "We open at ten.");
  await removeSource(owner, { id });
  expect(await files(owner)).toBe(0);
  expect(await readSource(owner, { sourceId: id })).toBe("done");
});
