// The work that a gateway asks of a browser, at its hardest, and the page that goes on meanwhile.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { ask, expectCitedAnswer, gateway, openBrowser, page, sessions, tag, visit } from "./browser";

openBrowser();

/** Its first solution is 1676000: some seconds of a browser's time, the same in every run. */
const HARDEST = { algorithm: "sha256-leading-zero-bits", challenge: "worker-7", difficulty: 22 } as const;
const SLICED = { ...HARDEST, difficulty: 15 };
/** What a browser calls a long task. */
const LONG_MS = 50;

/** Long tasks from now on, as the browser reports them. */
const observe = () =>
  page.evaluate(() => {
    const view = window as unknown as { longTasks: number[] };
    view.longTasks = [];
    const note = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries()) view.longTasks.push(entry.duration);
    };
    new PerformanceObserver(note).observe({ type: "longtask" });
  });
const longTasks = () => page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);

async function expectProof(difficulty: number) {
  await expect.poll(() => sessions().at(-1)?.body.proof, { timeout: 100_000 }).toBeTruthy();
  const proof = sessions().at(-1)?.body.proof as { challenge: string; solution: string };
  const digest = createHash("sha256").update(`${proof.challenge}.${proof.solution}`).digest();
  expect(digest.readUInt32BE(0) >>> (32 - difficulty)).toBe(0);
  await expectCitedAnswer();
}

test("a worker does it at 22 bits: no long task while it computes, and nothing of it is left", async () => {
  await visit(tag());
  await page.locator(".launcher").click();
  await observe();
  const begun = page.waitForEvent("worker");
  gateway.challenge = HARDEST;
  await ask("Hello?");
  const worker = await begun;
  const before = (await longTasks()).length;
  // The page answers while the worker is busy.
  await page.locator("#host-field").fill("still here");
  expect(page.workers()).toContain(worker);
  expect((await longTasks()).slice(before).filter((ms) => ms > LONG_MS)).toEqual([]);
  await expectProof(22);
  expect(page.workers()).toEqual([]);
});

test("where the page allows no worker it is done in slices", async () => {
  await visit(tag(), "", { "content-security-policy": "worker-src 'none'" });
  await page.locator(".launcher").click();
  await observe();
  gateway.challenge = SLICED;
  await ask("Hello?");
  await expectProof(15);
  expect(page.workers()).toEqual([]);
});
