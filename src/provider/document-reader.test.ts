import { readdirSync, readFileSync } from "node:fs";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test, vi } from "vitest";
import { ENCRYPTED_PDF, packedPdf, zip } from "../../tests/bad-documents";
import { processes } from "../../tests/processes";
import { openDocumentReader } from "./document-reader";

// A process has to start first, also on a busy machine.
vi.setConfig({ testTimeout: 30_000 });
const documents = openDocumentReader();
const bytes = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const file = (name: string, content: Uint8Array) => documents.read(content, { contentType: "", name });
const page = (html: string | Uint8Array, contentType = "text/html") =>
  documents.read(typeof html === "string" ? bytes(html) : html, { contentType, url: "https://example.com/help/" });
const refusal = (read: Promise<unknown>) =>
  read.then(
    () => "read",
    (error: { detail?: string }) => error.detail ?? String(error),
  );

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const word = (body: string) =>
  zip({
    "[Content_Types].xml": bytes(TYPES),
    "_rels/.rels": bytes(RELATIONS),
    "word/document.xml": bytes(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
const paragraph = (text: string, style = "") =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;

test("a PDF is read page by page, each anchored", async () => {
  const pdf = await PDFDocument.create();
  pdf.setTitle("Returns");
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const text of ["Returns take 45 days.", "Exchanges are free."]) pdf.addPage().drawText(text, { font, size: 12 });
  const read = await file("a.pdf", await pdf.save());
  expect(read.title).toBe("Returns");
  expect(read.parts).toEqual([
    { text: "Returns take 45 days.", anchor: "page=1" },
    { text: "Exchanges are free.", anchor: "page=2" },
  ]);
});

test("PDFs without text, broken or encrypted ones are refused, each with its reason", async () => {
  const empty = await PDFDocument.create();
  empty.addPage();
  expect(await refusal(file("a.pdf", await empty.save()))).toMatch(/no text in this PDF/);
  expect(await refusal(file("a.pdf", bytes("%PDF-1.7\nnothing of it")))).toMatch(/broken/);
  expect(await refusal(file("a.pdf", bytes(ENCRYPTED_PDF)))).toMatch(/encrypted/);
});

test("a Word document keeps its headings and paragraphs", async () => {
  const read = await file("a.docx", word(`${paragraph("Returns", "Heading1")}${paragraph("Within 45 days.")}`));
  expect(read.parts[0]?.text).toBe("# Returns\n\nWithin 45 days.");
});

test("an archive that unpacks to too much is refused before it is opened, whatever it declares", async () => {
  const large = new Uint8Array(80_000_000);
  const entries = { "word/document.xml": large };
  expect(await refusal(file("a.docx", zip(entries)))).toMatch(/unpacks to more than 60 MB/);
  expect(await refusal(file("a.docx", zip(entries, 10)))).toMatch(/unpacks to more than 60 MB/);
  expect(await refusal(file("a.docx", word("").subarray(0, -30)))).toMatch(/broken/);
  expect(await refusal(file("a.zip", zip({ "a.txt": bytes("a") })))).toMatch(/archive/);
  expect(await refusal(file("a.doc", latin1("\xd0\xcf\x11\xe0 and more")))).toMatch(/encrypted or of an old Word/);
});

test("elements nested a hundred thousand deep, and quietly so, are refused; a long page of open ones is read", async () => {
  const deep = (tag: string) => `${`<${tag}>`.repeat(100_000)}text`;
  expect(await refusal(page(deep("div")))).toMatch(/nested more than 500 deep/);
  expect(await refusal(page("<ul><li><p>".repeat(3000)))).toMatch(/nested more than 500 deep/);
  const read = await page(`<h1>Hours</h1>${"<p>We open at ten.".repeat(2000)}`);
  expect(read.parts[0]?.text).toMatch(/We open at ten/);
});

test.each([
  ["text/html; charset=utf-8", latin1('<meta charset="iso-8859-1"><p>Gr\xfc\xdfe</p>')],
  ["text/html; charset=iso-8859-1", bytes("<p>Grüße</p>")],
  ["text/html; charset=nonsense", bytes("<p>Grüße</p>")],
  ["text/html; charset=utf-8", latin1("<p>Gr\xfc\xdfe</p>")],
  ["text/html", new Uint8Array([0xff, 0xfe, ...Buffer.from("<p>Grüße</p>", "utf16le")])],
])("%s that is not true does no harm", async (contentType, body) => {
  expect((await page(body, contentType)).parts[0]?.text).toBe("Grüße");
});

test("a page says where it leads, what it should be known by and whether it wants to be found", async () => {
  const read = await page(
    `<link rel="canonical" href="/help"><nav><a href="a?b=1#c">A</a><a href="mailto:x@example.com">B</a>
     <a href="/c" rel="nofollow">C</a></nav><meta name="robots" content="noindex"><p>Text.</p>`,
  );
  expect(read).toMatchObject({ links: ["https://example.com/help/a?b=1#c"], canonical: "https://example.com/help" });
  expect(read.noIndex).toBe(true);
});

test("what takes too long or too much memory ends alone: the next document is read", async () => {
  const hurried = openDocumentReader(1, 400);
  const slow = `<p>${"word ".repeat(300_000)}</p>`;
  const read = hurried.read(bytes(slow), { contentType: "text/html" });
  expect(await refusal(read)).toMatch(/takes too long/);
  const narrow = openDocumentReader(30_000, 200);
  const wide = bytes("<b>x</b>".repeat(400_000));
  expect(await refusal(narrow.read(wide, { contentType: "text/html" }))).toMatch(/too much memory/);
  const next = await narrow.read(bytes("<p>Fine.</p>"), { contentType: "text/html" });
  expect(next.parts[0]?.text).toBe("Fine.");
}, 60_000);

test("a PDF that unpacks to gigabytes ends alone, before it has taken the machine's memory", async () => {
  const bomb = packedPdf(new Uint8Array(1_500_000_000));
  expect(bomb.length).toBeLessThan(2_000_000);
  const wary = openDocumentReader(60_000, 300);
  let most = 0;
  const watch = setInterval(() => {
    for (const { pid, parent, command } of processes())
      if (parent === process.pid && command.includes("document-process")) most = Math.max(most, residentMb(pid));
  }, 20);
  expect(await refusal(wary.read(bomb, { contentType: "", name: "bomb.pdf" }))).toBe(
    "It takes too much memory to read.",
  );
  clearInterval(watch);
  expect(most).toBeGreaterThan(100);
  expect(most).toBeLessThan(700);
  expect((await wary.read(bytes("<p>Fine.</p>"), { contentType: "text/html" })).parts[0]?.text).toBe("Fine.");
}, 120_000);

function residentMb(pid: number): number {
  if (!readdirSync("/proc").includes(`${pid}`)) return 0;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
}

test("one tenant's documents that take for ever hold up no other's", async () => {
  const shared = openDocumentReader(4000);
  const endless = bytes(`<p>${"word ".repeat(3_000_000)}</p>`);
  const began = performance.now();
  const bad = [1, 2, 3, 4].map(() =>
    refusal(shared.read(endless, { contentType: "text/html", owner: "bad" })).then(() => performance.now() - began),
  );
  const good = await shared.read(bytes("<p>Fine.</p>"), { contentType: "text/html", owner: "good" });
  const after = performance.now() - began;
  expect(good.parts[0]?.text).toBe("Fine.");
  expect(Math.max(...(await Promise.all(bad)))).toBeGreaterThan(2 * after);
}, 120_000);
