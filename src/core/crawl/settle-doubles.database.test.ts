import { beforeEach, expect, test } from "vitest";
import { crawl as crawlAs, freshCrawler } from "../../../tests/crawled-site";
import { say } from "../../../tests/stand-in-site";

const crawler = freshCrawler();
let { site } = crawler;
beforeEach(() => {
  ({ site } = crawler);
});
const same = (path: string) => `It is the same as ${site.url}${path}.`;
const page = (words: string, canonical?: string, links: string[] = []) =>
  say(
    `${canonical ? `<link rel="canonical" href="${canonical}">` : ""}<p>${words}.</p>
     <nav>${links.map((to) => `<a href="${to}">x</a>`).join("")}</nav>`,
  );

test("a page that is another's double is left for the other, whichever is read first", async () => {
  site.answers.set("/", page("Start", undefined, ["/a", "/b", "/c"]));
  site.answers.set("/a", page("Words", "/b"));
  site.answers.set("/b", page("Words"));
  site.answers.set("/c", page("Words", "/a"));
  const { pages, texts, again } = await crawlAs(crawler, {}, "/");
  const expected = { "/": "done", "/a": same("/b"), "/b": "done", "/c": same("/b") };
  expect(await pages()).toEqual(expected);
  expect((await texts()).sort()).toEqual(["Start.", "Words."]);
  await again();
  expect(await pages()).toEqual(expected);
  expect((await texts()).sort()).toEqual(["Start.", "Words."]);
});

test("of pages that each say they are the other one stays", async () => {
  site.answers.set("/", page("Start", undefined, ["/a", "/b", "/x", "/y", "/z"]));
  site.answers.set("/a", page("Two", "/b"));
  site.answers.set("/b", page("Two", "/a"));
  site.answers.set("/x", page("Three", "/y"));
  site.answers.set("/y", page("Three", "/z"));
  site.answers.set("/z", page("Three", "/x"));
  const { pages, texts, again } = await crawlAs(crawler, {}, "/");
  const expected = { "/": "done", "/a": "done", "/b": same("/a"), "/x": "done", "/y": same("/x"), "/z": same("/x") };
  for (const read of [async () => {}, again]) {
    await read();
    expect(await pages()).toEqual(expected);
    expect((await texts()).sort()).toEqual(["Start.", "Three.", "Two."]);
  }
});

test("a page whose other is gone, forbidden, no page, elsewhere, empty or leads back stays", async () => {
  const others = ["/gone", "/closed", "/file.zip", "https://elsewhere.example/a", "/empty", "/back"];
  site.answers.set("/robots.txt", say("User-agent: *\nDisallow: /closed", "text/plain"));
  site.answers.set(
    "/",
    page(
      "Start",
      undefined,
      others.map((_, i) => `/p${i}`),
    ),
  );
  for (const [i, other] of others.entries()) site.answers.set(`/p${i}`, page(`Words ${i}`, other));
  site.answers.set("/closed", page("Forbidden"));
  site.answers.set("/empty", say("<p hidden>x</p>"));
  site.answers.set("/back", (_, response) => response.writeHead(301, { location: "/p5" }).end());
  const { pages, texts, again } = await crawlAs(crawler, {}, "/");
  const words = ["Start.", ...others.map((_, i) => `Words ${i}.`)];
  expect((await texts()).sort()).toEqual(words);
  expect(site.asked).not.toContain("/closed");
  await again();
  expect((await texts()).sort()).toEqual(words);
  // What is there again takes its place.
  site.answers.set("/gone", page("Words 0"));
  await again();
  expect((await pages())["/p0"]).toBe(same("/gone"));
  expect((await texts()).sort()).toEqual(words);
});

test("a page whose other is one too many stays", async () => {
  site.answers.set("/", page("Start", undefined, ["/a"]));
  site.answers.set("/a", page("Words", "/b"));
  site.answers.set("/b", page("Words"));
  const { texts } = await crawlAs(crawler, { mostPages: 2 }, "/");
  expect((await texts()).sort()).toEqual(["Start.", "Words."]);
  expect(site.asked).toEqual(["/", "/a"]);
});
