import { afterEach, beforeEach, expect, test } from "vitest";
import { openSiteFaces } from "@/provider/site-face";
import { openSiteReader } from "@/provider/site-reader";
import { openHostTurns } from "@/store/host-turns";
import { freshAccount, freshProduct } from "../../../tests/fresh-tenant";
import { openSite, type StandInSite, say } from "../../../tests/stand-in-site";
import { lookAtSite } from "./look-at-site";

const plain = freshProduct();
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
let site: StandInSite;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.close());

async function look(url = site.url) {
  const options = { allow: [site.host], timeoutMilliseconds: 1500 };
  const sites = openSiteReader({ ...options, pauseMilliseconds: 0, turns: openHostTurns(plain.database) });
  const product = { ...plain, sites, siteFaces: openSiteFaces(options, sites) };
  return lookAtSite({ ...(await freshAccount(plain)), product }, { url });
}

test("name, icon, colour and the pages of the sitemap are read off the start page", async () => {
  site.answers.set("/", (_request, response) => response.writeHead(302, { location: "/en/home.html" }).end());
  site.answers.set(
    "/en/home.html",
    say(`<!doctype html><title>Jumpers &amp; more | Skerry Wool</title><meta property="og:site_name" content="Skerry&#32;Wool">
      <meta name="theme-color" content="#FFF"><meta name="msapplication-TileColor" content="#0a5">
      <link rel="shortcut icon" href="/icon.png">`),
  );
  site.answers.set("/icon.png", say(PNG, "text/plain"));
  const pages = ["/a", "/b", "/c"].map((path) => `<url><loc>${site.url}${path}</loc></url>`).join("");
  site.answers.set("/sitemap.xml", say(`<urlset>${pages}</urlset>`, "application/xml"));
  const { url, origins, face, trouble } = await look(site.host);
  expect(trouble).toBe(null);
  // All of the site, also where its start page lies in a folder.
  expect(url).toBe(`${site.url}/`);
  expect(origins).toEqual([site.url]);
  expect(face).toMatchObject({
    name: "Skerry Wool",
    title: "Jumpers & more | Skerry Wool",
    color: "#00aa55",
    sitemapPages: 3,
    mayRead: true,
  });
  expect(face?.icon).toBe(`data:image/png;base64,${PNG.toString("base64")}`);
});

test("the manifest's colour, no icon, no sitemap, a robots.txt that says no", async () => {
  site.answers.set("/", say(`<title>Plain</title><link rel=manifest href=/app.webmanifest><link rel=icon href=/page>`));
  site.answers.set(
    "/app.webmanifest",
    say(`{"theme_color":"rgb(20, 40, 200)","short_name":"Plain Ltd"}`, "application/json"),
  );
  site.answers.set("/page", say("<html>no picture</html>", "image/png"));
  site.answers.set("/robots.txt", say("User-agent: *\nDisallow: /", "text/plain"));
  const { face } = await look();
  expect(face).toMatchObject({ name: "Plain Ltd", color: "#1428c8", icon: null, sitemapPages: null, mayRead: false });
});

test("a site that cannot be read is no failure: why, and origins all the same", async () => {
  expect(await look(`${site.url}/nothing`)).toMatchObject({ face: null, trouble: "The page answers 404." });
  const { face, trouble, origins } = await look("10.0.0.1");
  expect({ face, trouble }).toEqual({ face: null, trouble: "10.0.0.1 is not on the public internet." });
  expect(origins).toEqual(["https://10.0.0.1"]);
  site.answers.set("/", say("%PDF-1.7", "application/pdf"));
  expect((await look()).trouble).toMatch(/application\/pdf/);
});

test.each([
  ["", /Paste the address/],
  ["not a site", /no web address/],
  ["ftp://example.com", /begins with https/],
  ["https://user:secret@example.com", /user name or password/],
  ["intranet", /whole name/],
])("%j is refused beside the field", async (url, words) => {
  const refusal = await look(url).catch((error: unknown) => error);
  expect(JSON.stringify(refusal)).toMatch(words);
});

test("an account that has many sites looked at waits a while", async () => {
  const account = await freshAccount(plain);
  const tries = async () => {
    for (let i = 0; i < 25; i++) await lookAtSite(account, { url: "http://127.0.0.1:1/" });
  };
  await expect(tries()).rejects.toMatchObject({ code: "rate_limited" });
});
