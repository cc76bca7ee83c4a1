// What a site says to those who read it, beside its pages.
import { beforeEach, expect, test } from "vitest";
import { admitOperator } from "@/core/member/member";
import { addSiteSource } from "@/core/source/add-site-source";
import { getSource } from "@/core/source/get-source";
import { openSiteReader } from "@/provider/site-reader";
import { openHostTurns } from "@/store/host-turns";
import { crawl as crawlAs, freshCrawler } from "../../../tests/crawled-site";
import { freshTenant } from "../../../tests/fresh-tenant";
import { openDns } from "../../../tests/stand-in-inside";
import { growPages, say } from "../../../tests/stand-in-site";
import { crawlSite } from "./crawl-site";
import { listCrawlPages } from "./list-crawl-pages";

const crawler = freshCrawler();
let { site } = crawler;
beforeEach(() => {
  ({ site } = crawler);
});
const crawl = (more: object = {}, path = "/") => crawlAs(crawler, more, path);

test("a page whose header or text asks not to be indexed is left out, its links are followed unless it asks for that too", async () => {
  const link = (to: string) => `<p>Words.</p><a href="${to}">on</a>`;
  site.answers.set("/", say(["a", "b", "c", "d"].map(link).join("")));
  site.answers.set("/a", say(link("a1"), "text/html", { "x-robots-tag": "noindex" }));
  site.answers.set("/b", say(link("b1"), "text/html", { "x-robots-tag": "otherbot: noindex, gatehouse: none" }));
  site.answers.set("/c", say(`<meta name="robots" content="noindex, nofollow">${link("c1")}`));
  site.answers.set("/d", say(link("d1"), "text/html", { "x-robots-tag": "otherbot: none" }));
  for (const path of ["/a1", "/b1", "/c1", "/d1"]) site.answers.set(path, say("<p>Below.</p>"));
  const { pages, again } = await crawl();
  const asks = "The page asks not to be indexed.";
  const expected = { "/": "done", "/a": asks, "/a1": "done", "/b": asks, "/c": asks, "/d": "done", "/d1": "done" };
  expect(await pages()).toEqual(expected);
  // Its bytes stay what they were: the header alone counts.
  site.answers.set("/d", say(link("d1"), "text/html", { "x-robots-tag": "noindex" }));
  await again();
  expect(await pages()).toEqual({ ...expected, "/d": asks });
});

test("a server that asks to be left alone is, by all that stands on it, and read to its end afterwards", async () => {
  growPages(site, 4);
  let busy = 2;
  const { "/page/1": page } = Object.fromEntries(site.answers);
  site.answers.set("/page/1", (request, response) => {
    if (busy-- > 0) response.writeHead(429, { "retry-after": "2" }).end();
    else page?.(request, response);
  });
  const { source } = await crawl();
  expect(await source()).toMatchObject({ status: "ready", counted: 4 });
  const waited = site.questions.flatMap(({ path, ended }, i) => {
    const next = site.questions[i + 1];
    return path === "/page/1" && i > 0 && next ? [next.began - (ended ?? 0)] : [];
  });
  expect(Math.min(...waited.slice(0, 2))).toBeGreaterThanOrEqual(1990);
});

test("one that asks for an hour is let go of, and nothing else is asked of it meanwhile", async () => {
  growPages(site, 4);
  site.answers.set("/page/1", (_, response) => response.writeHead(503, { "retry-after": "3600" }).end());
  const { member, source } = await crawl();
  expect(site.asked).toEqual(["/", "/page/1"]);
  expect(await source()).toMatchObject({ status: "reading", counted: 1 });
  const { pages } = await listCrawlPages(member, { id: (await source()).id });
  expect(pages.find(({ url }) => url.endsWith("/page/1"))).toMatchObject({
    group: "waiting",
    reason: "The page answers 503.",
  });
});

test("robots.txt that never answers is a reason on the source, after three tries", async () => {
  growPages(site, 2);
  site.answers.set("/robots.txt", () => {});
  const { source } = await crawl();
  const failure = "robots.txt: The page took too long to answer.";
  expect(await source()).toMatchObject({ status: "failed", failure });
  expect(site.asked).toEqual([]);
  expect(site.questions).toHaveLength(3);
});

test("the site with www and without are one, and each is read as its own robots.txt says", async () => {
  const port = new URL(site.url).port;
  const [bare, www] = [`help.test:${port}`, `www.help.test:${port}`];
  const sites = openSiteReader({
    allow: [bare, www],
    resolve: openDns(["127.0.0.1"]).resolve,
    pauseMilliseconds: 0,
    turns: openHostTurns(crawler.plain.database),
  });
  site.answers.set("/robots.txt", (request, response) => {
    const closed = request.headers.host === www ? "/closed" : "/open";
    response.writeHead(200, { "content-type": "text/plain" }).end(`User-agent: *\nDisallow: ${closed}`);
  });
  const links = [bare, www].flatMap((host) => ["open", "closed"].map((path) => `http://${host}/${path}`));
  site.answers.set("/", say(`<p>Start.</p>${links.map((to) => `<a href="${to}">x</a>`).join("")}`));
  for (const path of ["/open", "/closed"]) site.answers.set(path, say(`<p>Words at ${path}.</p>`));
  const { tenantId } = await freshTenant(crawler.plain);
  const member = await admitOperator({ ...crawler.product, sites }, tenantId);
  const { id } = await addSiteSource(member, { url: `http://${bare}/` });
  await crawlSite(member, { sourceId: id });
  const { pages } = await listCrawlPages(member, { id });
  expect(Object.fromEntries(pages.map(({ url, reason, group }) => [url, reason ?? group]))).toEqual({
    [`http://${bare}/`]: "done",
    [`http://${bare}/open`]: "The site’s robots.txt asks not to read it.",
    [`http://${bare}/closed`]: "done",
    [`http://${www}/open`]: "done",
    [`http://${www}/closed`]: "The site’s robots.txt asks not to read it.",
  });
  const asked = site.questions.map(({ host, path }) => `${host}${path}`);
  expect(asked.filter((one) => one.endsWith("/robots.txt"))).toEqual([`${bare}/robots.txt`, `${www}/robots.txt`]);
  expect(asked).not.toContain(`${www}/closed`);
  expect(asked).not.toContain(`${bare}/open`);
  expect(await getSource(member, { id })).toMatchObject({ status: "ready", counted: 3 });
});
