// Whatever a source turns out to be, it is told as a reason on that source, and those after it are read.
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { admitOperator } from "@/core/member/member";
import { addFileSource } from "@/core/source/add-file-source";
import { addPageSource } from "@/core/source/add-page-source";
import { addSiteSource } from "@/core/source/add-site-source";
import { getSource } from "@/core/source/get-source";
import { ENCRYPTED_PDF, packedPdf, zip } from "../../tests/bad-documents";
import { freshProduct, freshTenant } from "../../tests/fresh-tenant";
import { openOwnDatabase } from "../../tests/own-database";
import { openSite, say } from "../../tests/stand-in-site";
import { startWorker } from "./work";

const site = await openSite();
process.env.GATEHOUSE_FETCH_ALLOW = site.host;
process.env.GATEHOUSE_CRAWL_PAUSE_MS = "0";
afterAll(() => site.close());
await openOwnDatabase();
const product = freshProduct();
const html = (text: string) => say(text);

let sent = 0;
site.answers.set("/encrypted", say(ENCRYPTED_PDF, "application/pdf"));
site.answers.set("/pdf-bomb", say(packedPdf(new Uint8Array(900_000_000)), "application/pdf"));
site.answers.set("/huge", (_, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  const more = () => {
    while (!response.destroyed && sent < 500_000_000) {
      sent += 100_000;
      if (!response.write("x".repeat(100_000))) return void response.once("drain", more);
    }
    response.end();
  };
  more();
});
site.answers.set("/gzip-bomb", say(gzipSync(Buffer.alloc(80_000_000)), "text/html", { "content-encoding": "gzip" }));
for (const [from, to] of ["ab", "ba"])
  site.answers.set(`/loop-${from}`, (_, response) => response.writeHead(302, { location: `/loop-${to}` }).end());
site.answers.set("/deep", html("<div>".repeat(100_000)));
site.answers.set("/inside", (_, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end());
site.answers.set("/picture", say("GIF89a", "image/gif"));
site.answers.set("/charset", say(Buffer.from("<p>Gr\xfc\xdfe</p>", "latin1"), "text/html; charset=utf-8"));
// The rest of it was another page already: what had been promised does not come.
let version = 1;
site.answers.set("/changes", (_, response) => {
  const page = version++ === 1 ? `<p>Old ${"words ".repeat(200)}</p>` : "<p>New words.</p>";
  response.writeHead(200, { "content-type": "text/html", "content-length": page.length });
  if (version > 2) return response.end(page);
  response.write(page.slice(0, 400), () => response.destroy());
});
site.answers.set("/fine", html("<title>Hours</title><p>We open at ten.</p>"));

const LOOP = ["/sitemap.xml", "/sitemap-b.xml"];
for (const path of LOOP) {
  const listed = LOOP.map((one) => `<sitemap><loc>${site.url}${one}</loc></sitemap>`).join("");
  site.answers.set(path, say(`<sitemapindex>${listed}</sitemapindex>`, "application/xml"));
}

test("each bad page and file is failed for its own reason, and none stops the others", async () => {
  const { tenantId } = await freshTenant(product);
  const member = await admitOperator(product, tenantId);
  const page = (path: string) => addPageSource(member, { url: `${site.url}${path}` });
  const file = async (name: string, content: Uint8Array | string) => {
    const form = new FormData();
    form.set("file", new Blob([content as BlobPart]), name);
    const { headers, body } = new Response(form);
    const contentType = headers.get("content-type") ?? "";
    return addFileSource(member, { upload: { contentType, declaredBytes: null, body } });
  };
  const bad: [{ id: string }, string][] = [
    [await page("/encrypted"), "The PDF is encrypted with a password. It can be read without one."],
    [await page("/pdf-bomb"), "It takes too much memory to read."],
    [await page("/huge"), "The page is larger than 2 MB."],
    [await page("/gzip-bomb"), "The page is larger than 2 MB."],
    [await page("/loop-a"), "The page redirects more than 5 times."],
    [await page("/deep"), "Its elements are nested more than 500 deep."],
    [await page("/inside"), "169.254.169.254 is not on the public internet."],
    [await page("/picture"), "A page of type image/gif is not read; HTML, markdown and plain text are."],
    [await file("a.pdf", ENCRYPTED_PDF), "The PDF is encrypted with a password. It can be read without one."],
    [
      await file("a.docx", zip({ "word/document.xml": new Uint8Array(80_000_000) }, 10)),
      "The file unpacks to more than 60 MB.",
    ],
  ];
  const site1 = await addSiteSource(member, { url: site.url });
  const changes = await page("/changes");
  const charset = await page("/charset");
  const fine = await page("/fine");
  site.answers.set("/", html("<p>Start.</p>"));
  await startWorker(product);
  const stateOf = async ({ id }: { id: string }) => {
    const { status, failure } = await getSource(member, { id });
    return failure ?? status;
  };
  const poll = { timeout: 120_000, interval: 250 };
  for (const [source, reason] of bad) await expect.poll(() => stateOf(source), poll).toBe(reason);
  for (const source of [site1, changes, charset, fine]) await expect.poll(() => stateOf(source), poll).toBe("ready");
  expect((await getSource(member, charset)).passages.map(({ text }) => text)).toEqual(["Grüße"]);
  expect((await getSource(member, changes)).passages.map(({ text }) => text)).toEqual(["New words."]);
  expect(sent).toBeLessThan(50_000_000);
}, 300_000);
