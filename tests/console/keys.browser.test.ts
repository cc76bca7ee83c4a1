// Keys & secrets: every button there, and what it does at the door.
import type { Page } from "playwright";
import { beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "@/core/api-key/create-api-key";
import { listApiKeys } from "@/core/api-key/list-api-keys";
import { countSessions } from "@/core/session/count-sessions";
import { listSigningSecrets } from "@/core/signing-secret/list-signing-secrets";
import { listSiteKeys } from "@/core/site-key/list-site-keys";
import { call, freshGateway, identityClaims, signJwt } from "../fresh-gateway";
import { openDesk } from "./desk";
import { pagesOf } from "./pages-of";

const desk = openDesk();
const pages = pagesOf(desk);
const DAY_MS = 24 * 3600_000;

const dialog = (page: Page) => page.getByRole("dialog");
const secretRow = (page: Page, kid: string) => page.getByRole("listitem").filter({ hasText: kid });
const secretOf = async (kid: string) => (await listSigningSecrets(desk.owner)).find((secret) => secret.kid === kid);
/** Status of a session that is asked for with a token signed with `secret`. */
const knock = async (secret: string, kid?: string) => {
  const header = { alg: "HS256", typ: "JWT", ...(kid && { kid }) };
  const token = signJwt(identityClaims(desk.tenantId), secret, header);
  return (await call(freshGateway(desk.product), "POST", "/sessions", { token, body: { siteKey: desk.siteKey } }))
    .status;
};

/** Reads what is shown once, says it is stored, and goes on. */
async function takeSecret(page: Page, name: string): Promise<string> {
  const secret = ((await page.getByTestId(name).textContent()) ?? "").trim();
  expect(await page.getByRole("button", { name: "Done" }).isDisabled()).toBe(true);
  await page.getByLabel("I stored it where only my server reads it").check();
  await page.getByRole("button", { name: "Done" }).click();
  await dialog(page).waitFor({ state: "detached" });
  expect(await page.content()).not.toContain(secret);
  return secret;
}

async function rotate(page: Page, days: string): Promise<string> {
  await page.getByRole("button", { name: "Rotate…" }).click();
  await page.getByLabel("Overlap in days").fill(days);
  await dialog(page).getByRole("button", { name: "Rotate", exact: true }).click();
  return takeSecret(page, "GATEHOUSE_JWT_SECRET");
}

/** The one that is current. */
let first: { kid: string; secret: string };

describe("a shared secret", () => {
  beforeAll(async () => {
    const [present] = await listSigningSecrets(desk.owner);
    first = { kid: present?.kid ?? "", secret: desk.jwtSecret };
  });

  test("is rotated with an overlap in which both work, then extended, then retired", async () => {
    const page = await pages.open("/keys");
    await page.getByRole("button", { name: "Rotate…" }).click();
    await page.getByLabel("Overlap in days").fill("31");
    await dialog(page).getByRole("button", { name: "Rotate", exact: true }).click();
    await dialog(page).getByRole("alert").first().waitFor();
    await page.keyboard.press("Escape");
    const next = await rotate(page, "7");
    expect([await knock(first.secret), await knock(next)]).toEqual([201, 201]);
    expect((await secretOf(first.kid))?.state).toBe("retiring");

    await secretRow(page, first.kid).getByRole("button", { name: "Extend…" }).click();
    await page.getByLabel("Days from now").fill("20");
    await dialog(page).getByRole("button", { name: "Extend", exact: true }).click();
    await dialog(page).waitFor({ state: "detached" });
    const ends = (await secretOf(first.kid))?.retiresAt?.getTime() ?? 0;
    expect(Math.abs(ends - Date.now() - 20 * DAY_MS)).toBeLessThan(60_000);

    await secretRow(page, first.kid).getByRole("button", { name: "Retire now" }).click();
    await dialog(page).getByRole("button", { name: "Retire now" }).click();
    await expect.poll(async () => (await secretOf(first.kid))?.state).toBe("revoked");
    await expect.poll(() => knock(first.secret)).toBe(401);
    expect(await knock(next)).toBe(201);
    await page.getByRole("button", { name: /^Show 1 that/ }).click();
    await secretRow(page, first.kid).getByText("revoked", { exact: true }).waitFor();
    first = {
      kid: (await listSigningSecrets(desk.owner)).find(({ state }) => state === "current")?.kid ?? "",
      secret: next,
    };
  });

  test("that leaked is refused at once, its visitors' sessions end, and a new one is shown", async () => {
    const token = signJwt(identityClaims(desk.tenantId), first.secret);
    const gateway = freshGateway(desk.product);
    const session = await (await call(gateway, "POST", "/sessions", { token, body: { siteKey: desk.siteKey } })).json();
    const page = await pages.open("/keys");
    await secretRow(page, first.kid).getByRole("button", { name: "It leaked…" }).click();
    await dialog(page)
      .getByText(/sessions of signed-in visitors end/)
      .waitFor();
    await dialog(page).getByRole("button", { name: "Revoke at once" }).click();
    await page.getByTestId("GATEHOUSE_JWT_SECRET").waitFor();
    const since = Date.now();
    await expect.poll(() => knock(first.secret), { interval: 50 }).toBe(401);
    expect(Date.now() - since).toBeLessThan(1000);
    const next = await takeSecret(page, "GATEHOUSE_JWT_SECRET");
    expect(await knock(next)).toBe(201);
    first = { kid: "", secret: next };
    const body = { message: "Am I still in?" };
    const ask = () => call(gateway, "POST", "/conversations", { token: session.token, body });
    expect((await ask()).status).toBe(401);
  });
});

test("a pasted token is read as it is pasted, judged claim by claim, and not kept", async () => {
  const page = await pages.open("/keys");
  const { jwtSecret } = desk;
  const field = page.getByLabel("Identity token");
  await field.fill("no token");
  await page.getByText("This is no JWT").waitFor();
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  const shown = () => sent.filter((what) => what.includes("eyJ"));
  await field.fill(signJwt({ ...identityClaims("ten_another"), plan: "gold" }, jwtSecret));
  await page.getByText('"plan": "gold"').waitFor();
  expect(shown()).toEqual([]);
  await page.getByRole("button", { name: "Check it" }).click();
  await page.getByText("Would be refused").waitFor();
  const wrong = page.getByRole("row").filter({ has: page.getByLabel("wrong") });
  await wrong.filter({ hasText: "tenantId" }).waitFor();
  // Once, and in no address.
  expect(shown()).toHaveLength(1);
  expect(shown()[0]?.split(" ")[0]).not.toContain("eyJ");
});

test("a site key is rotated with an overlap, and disabled once it is confirmed", async () => {
  const page = await pages.open("/keys");
  await page.getByRole("button", { name: "Rotate site key…" }).click();
  await page.getByLabel("Overlap in days").fill("3");
  await dialog(page).getByRole("button", { name: "Rotate", exact: true }).click();
  await dialog(page).waitFor({ state: "detached" });
  const states = async () => (await listSiteKeys(desk.owner)).map(({ key, state }) => [key === desk.siteKey, state]);
  expect(await states()).toContainEqual([true, "retiring"]);
  const old = page.getByRole("listitem").filter({ hasText: desk.siteKey });
  await old.getByRole("button", { name: "Disable" }).click();
  await dialog(page)
    .getByText(/Pages that carry it get no widget/)
    .waitFor();
  await dialog(page).getByRole("button", { name: "Disable" }).click();
  await expect.poll(states).toContainEqual([true, "disabled"]);
  const widget = () => call(freshGateway(desk.product), "GET", `/widget?siteKey=${desk.siteKey}`);
  await expect.poll(async () => (await widget()).status).not.toBe(200);
});

describe("API keys", () => {
  test("one is made with the scopes that are chosen, shown once, used and revoked", async () => {
    const page = await pages.open("/keys");
    await page.getByRole("button", { name: "Create key…" }).click();
    await dialog(page).getByRole("button", { name: "Create key" }).click();
    await dialog(page).getByText("Give it a name.").waitFor();
    await page.getByLabel("Name", { exact: true }).fill("Order server");
    for (const scope of await dialog(page).getByRole("checkbox").all()) await scope.check();
    await dialog(page).getByRole("button", { name: "Create key" }).click();
    const apiKey = await takeSecret(page, "GATEHOUSE_API_KEY");
    const [made] = await listApiKeys(desk.owner, { search: "Order" });
    expect(made?.scopes).toContain("sessions");
    const use = () => call(freshGateway(desk.product), "GET", "/origins", { origin: null, token: apiKey });
    expect((await use()).status).toBe(200);
    const row = page.getByRole("listitem").filter({ hasText: "Order server" });
    await row.getByRole("button", { name: "Revoke" }).click();
    await dialog(page).getByRole("button", { name: "Revoke" }).click();
    await row.getByText("revoked").waitFor();
    await expect.poll(async () => (await use()).status).toBe(401);
  });

  test("many are narrowed by the address and read page by page", async () => {
    for (let n = 0; n < 55; n++) await createApiKey(desk.owner, { name: `Batch ${n}`, scopes: ["sessions"] });
    const page = await pages.open("/keys");
    const rows = page.locator("#api-keys li");
    expect(await rows.count()).toBe(50);
    await page.locator("#api-keys").getByRole("button", { name: "Show older" }).click();
    await expect.poll(() => rows.count()).toBe(56);
    await page.getByLabel("Search API keys").fill("batch 54");
    await page.waitForURL(/key=batch/);
    await expect.poll(() => rows.count()).toBe(1);
    const other = await pages.open("/keys?keys=ended");
    await expect.poll(() => other.locator("#api-keys li").count()).toBe(1);
  });
});

describe("visitors' sessions", () => {
  const live = async () => (await countSessions(desk.owner)).all;
  const begin = (token?: string) =>
    call(freshGateway(desk.product), "POST", "/sessions", {
      body: { siteKey: desk.tenantId },
      ...(token && { token }),
    });

  test("all end once it is confirmed", async () => {
    await begin();
    expect(await live()).toBeGreaterThan(0);
    const page = await pages.open("/keys");
    await page.getByRole("button", { name: "End all…" }).click();
    await dialog(page).getByRole("button", { name: "End all" }).click();
    await expect.poll(live).toBe(0);
  });

  test("those of one user end by the user's id", async () => {
    const claims = { ...identityClaims(desk.tenantId), userId: "visitor-7" };
    const before = await live();
    const session = await (await begin(signJwt(claims, first.secret))).json();
    const ask = () =>
      call(freshGateway(desk.product), "POST", "/conversations", { token: session.token, body: { message: "Hello?" } });
    expect([(await ask()).status, await live()]).toEqual([201, before + 1]);
    const page = await pages.open("/keys");
    await page.getByLabel("End everything of one user").fill("visitor-7");
    await page.getByRole("button", { name: "End", exact: true }).click();
    await expect.poll(async () => (await ask()).status).toBe(401);
    expect(await live()).toBe(before);
  });
});
