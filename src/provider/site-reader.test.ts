import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { openDns, openInside, PUBLIC_ADDRESS } from "../../tests/stand-in-inside";
import { openSite, say } from "../../tests/stand-in-site";
import { openSiteReader } from "./site-reader";
import { parseSitemap } from "./sitemap";

const site = await openSite();
const inside = await openInside();
afterAll(() => {
  site.close();
  inside.close();
});
/** How long each host was to be left alone, in the order of the questions; nobody else asks here. */
const rests: [string, number][] = [];
const turns = {
  async take<T>(host: string, ask: () => Promise<{ value: T; restMs: number }>) {
    const { value, restMs } = await ask();
    rests.push([host, restMs]);
    return value;
  },
};
const sites = openSiteReader({ allow: [site.host], pauseMilliseconds: 40, turns });
const known = { etag: null, lastModified: null };
const rules = { allows: () => true, pauseMilliseconds: 100, sitemaps: [] };
const bytes = (text: string) => new TextEncoder().encode(text);

test("robots.txt that is not there allows everything; one that does not answer, nothing", async () => {
  expect(await sites.readRules(site.url)).toMatchObject({ sitemaps: [`${site.url}/sitemap.xml`] });
  site.answers.set("/robots.txt", () => {});
  const slow = await sites.readRules(site.url);
  expect(slow).toEqual({ refused: "robots.txt: The page took too long to answer.", passing: true });
}, 20_000);

test("robots.txt, sitemaps and pages each have their turn, and the host the pause that it asks for, of 15 s at most", async () => {
  site.answers.set("/robots.txt", say("User-agent: *\nCrawl-delay: 99", "text/plain"));
  site.answers.set("/a", say("<p>a</p>"));
  site.answers.set("/busy", (_, response) => response.writeHead(503, { "retry-after": "7" }).end());
  site.answers.set("/away", (_, response) => response.writeHead(429, { "retry-after": "86400" }).end());
  site.answers.set("/gone", (_, response) => response.writeHead(404, { "retry-after": "7" }).end());
  rests.length = 0;
  expect(await sites.readRules(site.url)).toMatchObject({ pauseMilliseconds: 15_000 });
  await sites.listPages({ ...rules, sitemaps: [`${site.url}/sitemap.xml`] }, 10);
  for (const path of ["a", "busy", "away", "gone"]) await sites.read({ url: `${site.url}/${path}`, ...known }, rules);
  expect(rests).toEqual([40, 100, 100, 7000, 3600_000, 100].map((rest) => [site.host, rest]));
});

test("a name that leads to a private address, at once or later, is not asked", async () => {
  const guarded = (...answers: string[][]) =>
    openSiteReader({ resolve: openDns(...answers).resolve, pauseMilliseconds: 0, timeoutMilliseconds: 1500, turns });
  const url = `http://rebind.test:${inside.port}/`;
  const refused = { kind: "refused", reason: "rebind.test is not on the public internet." };
  const rebinding = guarded([PUBLIC_ADDRESS], [inside.address]);
  expect(await rebinding.readRules(url)).toMatchObject({
    refused: expect.stringMatching(/could not be read|too long/),
  });
  expect(await rebinding.readRules(url)).toMatchObject({ refused: refused.reason, passing: false });
  expect(await rebinding.read({ url, ...known }, rules)).toMatchObject(refused);
  expect(await guarded([inside.address]).read({ url, ...known }, rules)).toMatchObject(refused);
  expect(await rebinding.listPages({ ...rules, sitemaps: [`${url}sitemap.xml`] }, 10)).toBe(null);
  expect(inside.asked).toEqual([]);
});

test("sitemaps are read; what is none, is a bomb or declares entities is not", () => {
  const urls =
    "<urlset><url><loc>\n https://example.com/a?b=1&amp;c=2 </loc></url><url><loc>nonsense</loc></url></urlset>";
  expect(parseSitemap(bytes(urls))).toEqual({ pages: ["https://example.com/a?b=1&c=2"], sitemaps: [] });
  expect(parseSitemap(bytes("https://example.com/a\nhttps://example.com/b\n"))?.pages).toHaveLength(2);
  expect(parseSitemap(gzipSync(Buffer.alloc(50_000_000)))).toBe(null);
  expect(parseSitemap(bytes(`<!DOCTYPE a [<!ENTITY b "c">]>${urls}`))).toBe(null);
  expect(parseSitemap(bytes("<html><p>Not here</p></html>"))).toBe(null);
});
