// A site on an address of its own, read by workers that are killed in the middle: as processes, with nothing set by hand.
import { spawn } from "node:child_process";
import { afterAll, afterEach, expect, test } from "vitest";
import { admitOperator } from "@/core/member/member";
import { addSiteSource } from "@/core/source/add-site-source";
import { getSource } from "@/core/source/get-source";
import { freshProduct, freshTenant } from "../../tests/fresh-tenant";
import { openOwnDatabase } from "../../tests/own-database";
import { tree } from "../../tests/processes";
import { growPages, openSite, type StandInSite } from "../../tests/stand-in-site";

await openOwnDatabase();
const product = freshProduct();
const started: number[] = [];
const sites: StandInSite[] = [];
afterEach(() => {
  for (const pid of started.splice(0).flatMap((one) => tree(one))) process.kill(pid, "SIGKILL");
});
afterAll(() => {
  for (const site of sites) site.close();
});

/** An address that nothing else has, where the system knows more than one of loopback. */
async function openOwnSite() {
  const site = await openSite("127.0.0.2").catch(() => openSite());
  sites.push(site);
  return site;
}

/** A worker as a process of its own. Returns what kills it, with all below it. */
function startWorker(site: StandInSite, pauseMs: number): () => void {
  const child = spawn(process.execPath, ["--import", "tsx", "src/command/worker.ts"], {
    cwd: `${import.meta.dirname}/../..`,
    env: {
      ...process.env,
      GATEHOUSE_SECRET: "a secret for tests that has 32 characters",
      GATEHOUSE_VAULT_KEY: Buffer.alloc(32, 7).toString("base64"),
      GATEHOUSE_FETCH_ALLOW: site.host,
      GATEHOUSE_CRAWL_PAUSE_MS: `${pauseMs}`,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const pid = child.pid ?? 0;
  started.push(pid);
  return () => {
    for (const one of tree(pid)) process.kill(one, "SIGKILL");
    started.splice(started.indexOf(pid), 1);
  };
}

/** Nothing was asked while something else was, nor sooner than `pauseMs` after it: robots.txt and sitemaps neither. */
function requirePolite(site: StandInSite, pauseMs: number): void {
  expect(site.atOnce).toBe(1);
  const gaps = site.questions.slice(1).map(({ began }, i) => began - (site.questions[i]?.ended ?? Number.NaN));
  // The database's clock counts whole milliseconds.
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(pauseMs - 2);
}

async function addSite(site: StandInSite) {
  const { tenantId } = await freshTenant(product);
  const member = await admitOperator(product, tenantId);
  const { id } = await addSiteSource(member, { url: site.url });
  const stateOf = (path: string) =>
    member.database.transaction(async (tx) => {
      const page = await tx.crawlPage.findFirst({ where: { sourceId: id, url: `${site.url}${path}` } });
      return page?.state;
    });
  return { stateOf, source: () => getSource(member, { id }) };
}

test("300 pages are read whole and once, though the worker is killed before an answer, in one and after one", async () => {
  const [count, pauseMs] = [300, 15];
  const site = await openOwnSite();
  growPages(site, count);
  const { stateOf, source } = await addSite(site);
  /** The first time that a page is asked for it is answered as far as this goes. */
  const holdOnce = (path: string, begin: (response: import("node:http").ServerResponse) => void) => {
    const whole = site.answers.get(path);
    site.answers.set(path, (_, response) => {
      if (whole) site.answers.set(path, whole);
      begin(response);
    });
  };
  const isAsked = (path: string) => expect.poll(() => site.asked.includes(path), { timeout: 120_000 }).toBe(true);
  let kill = startWorker(site, pauseMs);

  holdOnce("/page/140", () => {});
  await isAsked("/page/140");
  kill();
  kill = startWorker(site, pauseMs);

  const half = { "content-type": "text/html", "content-length": "1000" };
  holdOnce("/page/200", (response) => response.writeHead(200, half).write("<p>Half of"));
  await isAsked("/page/200");
  kill();
  kill = startWorker(site, pauseMs);

  // After an answer, and while the next one is on its way: for so long that a busy machine finds the time to kill.
  await expect.poll(() => stateOf("/page/250"), { timeout: 120_000, interval: 20 }).toMatch(/done|fetched/);
  site.delay = 5000;
  const since = performance.now();
  const isUnderWay = () => site.questions.some(({ began, ended }) => began > since && ended === null);
  await expect.poll(isUnderWay, { timeout: 10_000, interval: 5 }).toBe(true);
  kill();
  site.delay = 0;
  startWorker(site, pauseMs);

  const status = async () => (await source()).status;
  await expect.poll(status, { timeout: 240_000, interval: 500 }).toBe("ready");
  expect((await source()).counted).toBe(count);
  const pages = site.questions.filter(({ path }) => !/^\/(?:robots|sitemap)/.test(path));
  const whole = pages.filter((question) => question.whole).map(({ path }) => path);
  expect(new Set(whole).size).toBe(count);
  // Who had its answer was never asked for again; who had none was, and there is one for each kill.
  expect(whole.length).toBe(count);
  const cut = pages.filter((question) => !question.whole).map(({ path }) => path);
  expect(cut).toHaveLength(3);
  expect(cut).toEqual(expect.arrayContaining(["/page/140", "/page/200"]));
  requirePolite(site, pauseMs);
}, 500_000);

test("two tenants have one site read by two workers: the site sees one polite reader", async () => {
  const pauseMs = 120;
  const site = await openOwnSite();
  growPages(site, 12);
  site.delay = 20;
  const sources = [await addSite(site), await addSite(site)];
  startWorker(site, pauseMs);
  startWorker(site, pauseMs);
  for (const { source } of sources)
    await expect.poll(async () => (await source()).status, { timeout: 120_000, interval: 200 }).toBe("ready");
  expect(site.asked).toHaveLength(24);
  requirePolite(site, pauseMs);
}, 200_000);
