import { gzipSync } from "node:zlib";
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

const urlset = (paths: string[]) =>
  `<urlset xmlns="x">${paths.map((path) => `<url><loc>${site.url}${path}</loc></url>`).join("")}</urlset>`;

test("a site without a sitemap is read along its links, once each and one at a time, within its own bounds", async () => {
  growPages(site, 60);
  site.answers.set("/page/59", say('<a href="https://elsewhere.example/">out</a><p>The last one.</p>'));
  const { source, pages } = await crawl();
  expect(await source()).toMatchObject({ status: "ready", failure: null, counted: 60 });
  expect(site.asked.length).toBe(60);
  expect(new Set(site.asked).size).toBe(60);
  expect(site.atOnce).toBe(1);
  expect(Object.values(await pages()).every((state) => state === "done")).toBe(true);
});

test("a sitemap, through an index and packed, names the pages; indexes that name each other come to an end", async () => {
  growPages(site, 5);
  site.answers.set("/robots.txt", say(`Sitemap: ${site.url}/sitemap-index.xml`, "text/plain"));
  const index = ["/sitemap-a.xml.gz", "/sitemap-index.xml", "/sitemap-b.xml"];
  const listed = index.map((path) => `<sitemap><loc>${site.url}${path}</loc></sitemap>`).join("");
  site.answers.set("/sitemap-index.xml", say(`<sitemapindex>${listed}</sitemapindex>`, "application/xml"));
  const packed = gzipSync(urlset(["/page/2", "/page/3", "/page/99"]));
  site.answers.set("/sitemap-a.xml.gz", say(packed, "application/gzip"));
  site.answers.set("/sitemap-b.xml", say(`<sitemapindex>${listed}</sitemapindex>`, "application/xml"));
  const { pages } = await crawl();
  expect(await pages()).toEqual({
    "/": "done",
    "/page/2": "done",
    "/page/3": "done",
    "/page/99": "The page answers 404.",
  });
});

test("robots.txt is respected, and its pause", async () => {
  growPages(site, 4);
  site.answers.set("/robots.txt", say("User-agent: *\nDisallow: /page/2\nCrawl-delay: 0.3", "text/plain"));
  const began = Date.now();
  const { pages } = await crawl();
  expect((await pages())["/page/2"]).toMatch(/robots.txt/);
  expect(site.asked).toEqual(["/", "/page/1", "/page/3"]);
  expect(Date.now() - began).toBeGreaterThan(600);
});

test("while robots.txt does not answer nothing is read; for ever, the source says so", async () => {
  growPages(site, 4);
  site.answers.set("/robots.txt", (_, response) => response.writeHead(503).end());
  const { source } = await crawl();
  expect(await source()).toMatchObject({ status: "failed", failure: expect.stringMatching(/robots.txt.*503/) });
  expect(site.asked).toEqual([]);
});

test("what is no readable page is left out, each with its reason", async () => {
  const paths = [
    "/pdf",
    "/zip",
    "/deep",
    "/empty",
    "/double",
    "/secret",
    "/huge",
    "/bomb",
    "/out",
    "/busy",
    "/self",
    "/cut",
  ];
  site.answers.set("/", say(`<p>Start.</p>${paths.map((path) => `<a href="${path}">x</a>`).join("")}`));
  site.answers.set("/pdf", say("%PDF-1.7 broken", "application/pdf"));
  site.answers.set("/zip", say("PK", "application/zip"));
  site.answers.set("/deep", say("<div>".repeat(100_000)));
  site.answers.set("/empty", say("<div hidden>Nothing to see</div>"));
  site.answers.set("/double", say('<link rel="canonical" href="/"><p>Start.</p>'));
  site.answers.set("/secret", say('<meta name="robots" content="noindex"><p>Not for you.</p>'));
  site.answers.set("/huge", (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const timer = setInterval(() => response.write("x".repeat(500_000)), 1);
    response.once("close", () => clearInterval(timer));
  });
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  site.answers.set("/bomb", say(bomb, "text/html", { "content-encoding": "gzip" }));
  site.answers.set("/out", (_, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end());
  site.answers.set("/busy", (_, response) => response.writeHead(503).end());
  site.answers.set("/self", (_, response) => response.writeHead(301, { location: "/self#again" }).end());
  // A page that is cut off while it is read.
  site.answers.set("/cut", (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-length": "1000" }).write("<p>Half of");
    setTimeout(() => response.destroy(), 20);
  });
  const { pages, texts, source } = await crawl();
  const found = await pages();
  expect(found).toMatchObject({
    "/": "done",
    "/pdf": "The PDF is broken.",
    "/zip": "It is of type application/zip, which is not read.",
    "/deep": "Its elements are nested more than 500 deep.",
    "/empty": "There is no text on this page.",
    "/double": `It is the same as ${site.url}/.`,
    "/secret": "The page asks not to be indexed.",
    "/huge": "The page is larger than 2 MB.",
    "/bomb": "The page is larger than 2 MB.",
    "/out": "It leads to http://169.254.169.254/, away from the site.",
    "/busy": "The page answers 503.",
    "/self": "It redirects to itself.",
  });
  expect(found["/cut"]).toMatch(/could not be read/);
  expect(site.asked.filter((path) => path === "/busy")).toHaveLength(3);
  expect((await texts()).join()).toMatch(/^Start\./);
  expect((await source()).counted).toBe(1);
}, 60_000);

test("redirects and calendars without an end come to one, by depth and by number", async () => {
  const endless = (path: string) => `<p>Day ${path}.</p><a href="${path}x">next</a><a href="/r/1">r</a>`;
  for (let i = 0, path = "/"; i < 40; i++, path = `${path}x`) site.answers.set(path, say(endless(path)));
  for (let i = 1; i < 40; i++)
    site.answers.set(`/r/${i}`, (_, response) => response.writeHead(302, { location: `/r/${i + 1}` }).end());
  const deep = await crawl({ mostDepth: 3 });
  expect((await deep.source()).counted).toBe(4);
  expect(site.asked.filter((path) => path.startsWith("/r/"))).toEqual(["/r/1", "/r/2", "/r/3"]);
  const few = await crawl({ mostPages: 3 });
  expect((await few.source()).notice).toMatch(/more than 3 pages/);
});

test("two at once read a site no more than one does; addresses that are not public are refused with their reason", async () => {
  growPages(site, 12);
  const { tenantId } = await freshTenant(plain);
  const member = await admitOperator(product, tenantId);
  const { id } = await addSiteSource(member, { url: site.url });
  await Promise.all([crawlSite(member, { sourceId: id }), crawlSite(member, { sourceId: id })]);
  expect(site.asked.length).toBe(12);
  const { id: inside } = await addSiteSource(member, { url: "http://169.254.169.254/latest/" });
  await crawlSite(member, { sourceId: inside });
  expect((await getSource(member, { id: inside })).failure).toMatch(/not on the public internet/);
});
