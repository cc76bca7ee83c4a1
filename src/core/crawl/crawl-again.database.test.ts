// What happens the next time: to pages that changed, went, or did not come whole, and to who died in the middle.
import { beforeEach, expect, test } from "vitest";
import { admitOperator } from "@/core/member/member";
import { addSiteSource } from "@/core/source/add-site-source";
import { getSource } from "@/core/source/get-source";
import { crawl as crawlAs, freshCrawler } from "../../../tests/crawled-site";
import { freshTenant } from "../../../tests/fresh-tenant";
import { growPages, say } from "../../../tests/stand-in-site";
import { crawlSite } from "./crawl-site";

const crawler = freshCrawler();
let { site, product, plain } = crawler;
beforeEach(() => {
  ({ site, product, plain } = crawler);
});
const crawl = (more: object = {}, path = "/") => crawlAs(crawler, more, path);

test("reading again asks whether anything changed, keeps what did not, and drops what is gone", async () => {
  growPages(site, 6);
  let text = "We open at ten.";
  const tagged = '"v1"';
  site.answers.set("/page/1", (request, response) => {
    if (request.headers["if-none-match"] === tagged) return response.writeHead(304).end();
    response.writeHead(200, { "content-type": "text/html", etag: tagged }).end("<p>Tagged page.</p>");
  });
  site.answers.set("/page/2", (_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(`<p>${text}</p>`),
  );
  const { again, texts, pages, source } = await crawl();
  const before = (await source()).passages;
  text = "We open at eleven.";
  site.answers.delete("/page/3");
  site.answers.set(
    "/",
    say('<nav><a href="/page/1">1</a><a href="/page/2">2</a><a href="/page/3">3</a></nav><p>Start.</p>'),
  );
  await again();
  expect(site.asked.sort()).toEqual(["/", "/page/1", "/page/2", "/page/3"]);
  expect((await texts()).sort()).toEqual(["Start.", "Tagged page.", "We open at eleven."]);
  expect(await pages()).toEqual({
    "/": "done",
    "/page/1": "done",
    "/page/2": "done",
    "/page/3": "The page answers 404.",
  });
  const kept = (await source()).passages.filter(({ id }) => before.some((passage) => passage.id === id));
  expect(kept.map(({ text }) => text)).toEqual(["Tagged page."]);
});

test("a site that does not answer any more keeps what it said", async () => {
  growPages(site, 3);
  const { again, source } = await crawl();
  site.answers.clear();
  for (const path of ["/", "/page/1", "/page/2"])
    site.answers.set(path, (_, response) => response.writeHead(500).end());
  await again();
  expect(await source()).toMatchObject({ status: "failed", failure: expect.stringMatching(/500/), counted: 3 });
});

test("who dies between a page's coming and its being read has not to ask for it again", async () => {
  site.answers.set("/", say("<p>We open at ten.</p>"));
  const { tenantId } = await freshTenant(plain);
  const read = async () => Promise.reject(new Error("dies"));
  const dying = await admitOperator({ ...product, documents: { read } }, tenantId);
  const { id } = await addSiteSource(dying, { url: site.url });
  await expect(crawlSite(dying, { sourceId: id })).rejects.toThrow("dies");
  crawler.ahead += 60_000;
  const member = await admitOperator(product, tenantId);
  await crawlSite(member, { sourceId: id });
  expect(await getSource(member, { id })).toMatchObject({ status: "ready", counted: 1 });
  expect(site.asked).toEqual(["/"]);
});

test("a page that changes while it is read is kept as it came, and read anew the next time", async () => {
  let version = 1;
  site.answers.set("/", (request, response) => {
    if (request.headers["if-none-match"] === `"v${version}"`) return response.writeHead(304).end();
    response.writeHead(200, { "content-type": "text/html", etag: `"v${version}"` }).end(`<p>Version ${version}.</p>`);
  });
  const { documents } = crawler.product;
  crawler.product.documents = {
    read: (...given) => {
      version = 2;
      return documents.read(...given);
    },
  };
  const { again, texts } = await crawl();
  expect(await texts()).toEqual(["Version 1."]);
  await again();
  expect(await texts()).toEqual(["Version 2."]);
});

test("of a page that ends in the middle nothing is kept until it comes whole", async () => {
  const whole = "<p>We open at ten.</p><p>We close at six.</p>";
  let cuts = 2;
  site.answers.set("/", (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-length": whole.length });
    if (cuts-- > 0) response.write(whole.slice(0, 22), () => response.destroy());
    else response.end(whole);
  });
  const { texts } = await crawl();
  expect(await texts()).toEqual(["We open at ten.\n\nWe close at six."]);
  expect(site.asked.length).toBe(3);
});
