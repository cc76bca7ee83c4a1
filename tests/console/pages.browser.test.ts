// Every page that there is, with something in it: light and dark, wide and narrow.
import type { BrowserContext } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDesk } from "./desk";
import { type Furnished, furnish } from "./furnish";
import { look, overflowing, shifted, shoot, turn, violations, weigh, writeFigures } from "./look";
import { pageFolders, places } from "./places";

const desk = openDesk();
const wide = { viewport: { width: 1280, height: 900 }, colorScheme: "light" } as const;
const narrow = { viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true } as const;
const figures: Record<string, { first: number; gzip: number; all: number }> = {};
const titles = new Map<string, string>();
let furnished: Furnished;
let contexts: Record<"wide" | "narrow", { member: BrowserContext; stranger: BrowserContext }>;

beforeAll(async () => {
  furnished = await furnish(desk);
  const both = async (options: typeof wide | typeof narrow) => ({
    member: await desk.enter(options),
    stranger: await desk.browser.newContext(options),
  });
  contexts = { wide: await both(wide), narrow: await both(narrow) };
});

afterAll(() => writeFigures(figures));

test("every page of app/ is looked at", () => {
  expect(places.map(({ folder }) => folder).sort()).toEqual([...pageFolders].sort());
});

test.each(places)("$folder", async ({ folder, title, address, signedIn, budget, live }) => {
  const name =
    folder
      .replace(/\([a-z]+\)\/?/g, "")
      .replace(/\/$/, "")
      .replace(/[[\]]/g, "")
      .replaceAll("/", "-") || "start";
  for (const [size, options] of Object.entries({ wide, narrow })) {
    const of = contexts[size as "wide" | "narrow"][signedIn ? "member" : "stranger"];
    const opened = await look(of, desk.url + address(desk, furnished), live);
    const { page, errors } = opened;
    const weight = await weigh(opened);
    figures[name] = weight;
    expect.soft(signedIn ? weight.first : weight.gzip, "kilobytes of script").toBeLessThanOrEqual(budget);
    // A word that changes in a badge, at the most: a hundredth of what counts as good.
    expect.soft(await shifted(page), `${size}: layout shift`).toBeLessThan(0.001);
    expect.soft(await overflowing(page), `${size}: overflow`).toEqual([]);
    expect.soft(await violations(page), `${size} ${options.colorScheme}: axe`).toEqual([]);
    await shoot(page, `${name}-${size}-${options.colorScheme}`);
    const other = options.colorScheme === "light" ? "dark" : "light";
    await turn(page, other);
    expect.soft(await violations(page), `${size} ${other}: axe`).toEqual([]);
    await shoot(page, `${name}-${size}-${other}`);
    expect.soft(errors, `${size}: console`).toEqual([]);
    titles.set(folder, await page.title());
    expect.soft(titles.get(folder)).toMatch(new RegExp(`^${title}`));
    await page.close();
  }
});

test("every page has a title of its own", () => {
  expect(new Set(titles.values()).size).toBe(titles.size);
});
