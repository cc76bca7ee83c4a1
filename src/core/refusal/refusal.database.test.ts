import { expect, test } from "vitest";
import { flushObservations } from "@/core/observation/observation";
import { addOrigin } from "@/core/origin/add-origin";
import { updateTenant } from "@/core/tenant/update-tenant";
import { addRefusals } from "@/store/observation-rows";
import { call, freshGateway, signJwt } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { listReasons, listRefusals } from "./list-refusals";
import { toMend } from "./mend";

const product = freshProduct();
const gateway = freshGateway(product);

test("a refusal is grouped, counted and comes with what mends it, until it is mended", async () => {
  const own = await freshTenant(product, ["https://www.example.com"]);
  const knock = (origin: string, token?: string) =>
    call(gateway, "POST", "/sessions", { origin, body: { siteKey: own.siteKey }, ...(token ? { token } : {}) });
  for (let i = 0; i < 3; i++) await knock("https://example.com");
  await knock("http://www.example.com");
  await knock("https://www.example.com", signJwt({}, "nobody's"));
  await flushObservations(product);
  const rows = await listRefusals(own.owner);
  const row = (origin: string, reason: string) => rows.find((one) => one.origin === origin && one.reason === reason);
  expect(rows).toHaveLength(3);
  expect(row("https://example.com", "origin_not_allowed")).toMatchObject({
    count: 3,
    mend: { kind: "allow", pattern: "https://example.com" },
    why: expect.stringContaining("www."),
  });
  expect(row("http://www.example.com", "https_required")?.mend).toEqual({ kind: "none" });
  expect(row("https://www.example.com", "token_invalid")?.mend).toEqual({
    kind: "open",
    page: "keys",
    section: "token",
  });
  await addOrigin(own.owner, { pattern: "https://example.com" });
  const [first] = (await listRefusals(own.owner)).filter(({ origin }) => origin === "https://example.com");
  expect(first?.mend).toEqual({ kind: "done" });
});

test("localhost, refused by the development switch, leads to the switch", async () => {
  const own = await freshTenant(product, ["http://localhost:3000"]);
  await updateTenant(own.owner, { developmentOrigins: false });
  const ask = () =>
    call(gateway, "POST", "/sessions", { origin: "http://localhost:3000", body: { siteKey: own.siteKey } });
  await expect.poll(async () => (await ask()).status).toBe(403);
  await flushObservations(product);
  expect(await listRefusals(own.owner)).toMatchObject([{ mend: { kind: "open", page: "origins" } }]);
});

test("refusals are read page by page, and narrowed by reason and by characters", async () => {
  const own = await freshTenant(product);
  const row = (place: number) => ({
    ...{ reason: place % 2 ? "origin_not_allowed" : "https_required", origin: `https://site-${place}.example` },
    ...{ count: place, detail: "", pageUrlHash: null },
    // Some at the same moment.
    ...{ firstSeenAt: new Date(0), lastSeenAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(place / 3))) },
  });
  const rows = Array.from({ length: 11 }, (_, place) => row(place + 1));
  await own.owner.database.sql((sql) => addRefusals(sql, own.tenantId, rows));
  const seen: string[] = [];
  let before: { lastSeenAt: Date; reason: string; origin: string } | undefined;
  do {
    const page = await listRefusals(own.owner, { limit: 4, ...(before && { before }) });
    seen.push(...page.map(({ origin }) => origin));
    before = page.length < 4 ? undefined : page.at(-1);
  } while (before);
  expect(seen.toSorted()).toEqual(rows.map(({ origin }) => origin).toSorted());
  expect(seen[0]).toMatch(/site-(9|10|11)\./);
  const narrow = async (wanted: object) => (await listRefusals(own.owner, wanted)).map(({ origin }) => origin);
  expect(await narrow({ search: "SITE-11" })).toEqual(["https://site-11.example"]);
  expect(await narrow({ search: "site_11" })).toEqual([]);
  expect(await narrow({ reason: "https_required" })).toHaveLength(5);
  expect(await listReasons(own.owner)).toContainEqual({ reason: "https_required", count: 30, origins: 5 });
});

test.each([
  ["identity_required", { kind: "open", page: "behaviour", section: "demand" }],
  ["reported:identity_required", { kind: "open", page: "behaviour", section: "demand" }],
  ["challenge_required", { kind: "open", page: "behaviour", section: "demand" }],
  ["rate_limited", { kind: "open", page: "behaviour", section: "limits" }],
  ["quota_exceeded", { kind: "open", page: "behaviour", section: "limits" }],
])("%s leads to the setting that decides it", (reason, mend) => {
  const door = { origins: [], developmentOrigins: true };
  expect(toMend({ reason, origin: "https://www.example.com" }, door, Date.now()).mend).toEqual(mend);
});
