// Behaviour and webhooks: each switch and field, and what visitors get by it.
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getModeration } from "@/core/moderation/get-moderation";
import { addTextSource } from "@/core/source/add-text-source";
import { getTenant } from "@/core/tenant/get-tenant";
import { listDeliveries } from "@/core/webhook/list-deliveries";
import { listWebhooks } from "@/core/webhook/list-webhooks";
import { call, freshGateway, identityClaims, signJwt } from "../fresh-gateway";
import { openService } from "../stand-in-service";
import { openDesk, PASSWORD } from "./desk";
import { pagesOf } from "./pages-of";

const service = await openService();
process.env.GATEHOUSE_FETCH_ALLOW = service.host;
afterAll(() => service.close());
const desk = openDesk();
const pages = pagesOf(desk);
beforeAll(async () => {
  await addTextSource(desk.owner, { title: "Returns", text: "You can return any item within 30 days of delivery." });
});

const dialog = (page: Page) => page.getByRole("dialog");
const section = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
const save = (page: Page, title: string) =>
  section(page, title).getByRole("button", { name: "Save", exact: true }).click();
const tenant = () => getTenant(desk.owner);
const QUESTION = "Within how many days can I return an item?";
const ask = (message = QUESTION, more: { token?: string } = {}) =>
  call(freshGateway(desk.product), "POST", "/conversations", { body: { siteKey: desk.siteKey, message }, ...more });
/** Until every process has heard of it. */
const eventually = (status: number, more: { token?: string } = {}) =>
  expect.poll(async () => (await ask(QUESTION, more)).status, { timeout: 5000 }).toBe(status);

describe("behaviour", () => {
  test("what visitors must show: with report-only they are counted, without it refused", async () => {
    const page = await pages.open("/behaviour");
    await page.getByLabel("A signed identity").check();
    await page.getByLabel("Report only").click();
    await save(page, "Who may ask");
    await expect.poll(async () => (await tenant()).demand).toBe("identity");
    await eventually(201);
    await page.getByLabel("Report only").click();
    await save(page, "Who may ask");
    await eventually(401);
    await eventually(201, { token: signJwt(identityClaims(desk.tenantId), desk.jwtSecret) });
    await page.getByRole("radio", { name: /^Nothing/ }).check();
    await page.getByRole("radio", { name: /^Always/ }).check();
    await section(page, "Who may ask").getByRole("button", { name: "Undo changes" }).click();
    expect(await page.getByLabel("A signed identity").isChecked()).toBe(true);
    await page.getByRole("radio", { name: /^Nothing/ }).check();
    await save(page, "Who may ask");
    await eventually(201);
  });

  test("a change that asks for the password is saved with it, and can be changed again", async () => {
    const page = await pages.open("/behaviour");
    await desk.product.database.directory((tx) =>
      tx.memberSession.updateMany({ data: { createdAt: new Date(Date.now() - 3_600_000), confirmedAt: null } }),
    );
    await page.getByRole("radio", { name: /^A session/ }).check();
    await save(page, "Who may ask");
    await dialog(page).getByLabel("Password").fill(PASSWORD);
    await dialog(page).getByRole("button", { name: "Confirm" }).click();
    await page.getByText("Saved", { exact: true }).waitFor();
    expect((await tenant()).demand).toBe("session");
    await page.getByRole("radio", { name: /^Nothing/ }).check();
    await save(page, "Who may ask");
    await expect.poll(async () => (await tenant()).demand).toBe("anonymous");
    await eventually(201);
  });

  test("the quota: spent it refuses, off it counts nothing; the limits are the ones that hold", async () => {
    const page = await pages.open("/behaviour#limits");
    await page.getByText(/All visitors together may send 6,000 messages a minute/).waitFor();
    await page.getByText("Empty: 300, which is also the most.").waitFor();
    await page.getByLabel("Messages a minute of one visitor").fill("20");
    await page.getByLabel("Monthly quota").click();
    await page.getByLabel("Messages a month").fill("0");
    await page.getByLabel(/^Refuse/).check();
    await save(page, "Limits and quota");
    await eventually(429);
    await page.getByLabel("Monthly quota").click();
    await save(page, "Limits and quota");
    await eventually(201);
    expect(await tenant()).toMatchObject({ quota: null, visitorMessages: 20 });
  });

  test("features: citations, hand-off, files and the words of consent", async () => {
    const page = await pages.open("/behaviour");
    for (const [label, read] of [
      ["Citations", async () => (await tenant()).widget.citations],
      ["Hand-off to a person", async () => (await tenant()).widget.escalation],
      ["Files", async () => (await tenant()).filesOn],
    ] as const) {
      const before = await read();
      const toggle = section(page, "Features").getByRole("switch", { name: label });
      await toggle.click();
      await expect.poll(() => toggle.isChecked(), { message: label }).toBe(!before);
      await expect.poll(read, { message: label }).toBe(!before);
      // And goes on showing it while the page is read anew.
      expect(await toggle.isChecked()).toBe(!before);
    }
    // Two pressed in one breath, and both pressed back.
    const pair = async () => (await tenant()).widget;
    for (const on of [true, false]) {
      for (const name of ["Citations", "Hand-off to a person"])
        await section(page, "Features").getByRole("switch", { name }).click();
      await expect.poll(pair).toMatchObject({ citations: on, escalation: on });
    }
    const { message } = await (await ask()).json();
    await expect.poll(async () => (await (await ask()).json()).message.citations).toEqual([]);
    expect(message.grounded).toBe(true);
    await page.getByLabel("Consent").fill("We keep what you write for a year.");
    await save(page, "Features");
    await expect.poll(async () => (await tenant()).widget.consentText).toBe("We keep what you write for a year.");
    const widget = () => call(freshGateway(desk.product), "GET", `/widget?siteKey=${desk.siteKey}`);
    await expect
      .poll(async () => (await (await widget()).json()).consentText, { timeout: 5000 })
      .toBe("We keep what you write for a year.");
  });

  test("moderation: words of one's own are flagged, and stand flagged under Conversations", async () => {
    const page = await pages.open("/behaviour");
    await page.getByLabel("Your words").fill("moth\nwoodworm");
    await save(page, "Moderation");
    await expect.poll(async () => (await getModeration(desk.owner)).words).toEqual(["moth", "woodworm"]);
    await expect
      .poll(async () => (await (await ask("Is there a moth in it?")).json()).moderation, { timeout: 5000 })
      .toEqual({ flagged: true });
    await page.getByLabel(/^OpenAI or compatible/).check();
    await page.getByRole("textbox", { name: "Address" }).fill("no address");
    await save(page, "Moderation");
    await section(page, "Moderation").getByRole("alert").first().waitFor();
  });

  test("retention is asked about before anything is erased", async () => {
    const page = await pages.open("/behaviour");
    await page.getByLabel("Retention").selectOption("90");
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    expect((await tenant()).retentionDays).toBeNull();
    await page.getByLabel("Retention").selectOption("90");
    await dialog(page).getByRole("button", { name: "Erase from now on" }).click();
    await expect.poll(async () => (await tenant()).retentionDays).toBe(90);
    await page.getByLabel("Retention").selectOption("");
    await expect.poll(async () => (await tenant()).retentionDays).toBeNull();
  });
});

test("a webhook is added, tested, looked into, given a new secret and removed", async () => {
  const page = await pages.open("/behaviour");
  await page.getByRole("button", { name: "Add webhook" }).first().click();
  await dialog(page).getByLabel("Address").fill("ftp://nowhere");
  await dialog(page).getByRole("button", { name: "Add webhook" }).click();
  await dialog(page).getByRole("alert").first().waitFor();
  await dialog(page).getByLabel("Address").fill(`${service.url}/hook`);
  await dialog(page)
    .getByLabel(/^message\.created/)
    .check();
  await dialog(page).getByRole("button", { name: "Add webhook" }).click();
  const takeSecret = async () => {
    const secret = (await page.getByTestId("GATEHOUSE_WEBHOOK_SECRET").textContent()) ?? "";
    await page.getByLabel("I stored it where only my server reads it").check();
    await page.getByRole("button", { name: "Done" }).click();
    return secret.trim();
  };
  const first = await takeSecret();
  expect(first).toMatch(/^whsec_/);
  const [hook] = await listWebhooks(desk.owner);
  expect(hook?.events.toSorted()).toEqual(["conversation.escalated", "message.created"]);

  await page.getByRole("button", { name: "Send a test" }).click();
  await dialog(page).getByText("delivered", { exact: true }).first().waitFor({ timeout: 20_000 });
  expect(service.received.some(({ path }) => path === "/hook")).toBe(true);
  service.answer = async () => ({ status: 500 });
  await dialog(page).getByRole("button", { name: "Send again" }).first().click();
  await dialog(page).getByText("waiting", { exact: true }).first().waitFor({ timeout: 20_000 });
  await dialog(page).getByLabel("State").selectOption("failed");
  await dialog(page).getByText("No delivery is like that.").waitFor();
  expect(new URL(page.url()).searchParams.get("deliveries")).toBe("failed");
  const linked = await pages.open(`/behaviour?log=${hook?.id}&deliveries=waiting`);
  await dialog(linked).getByText("waiting", { exact: true }).first().waitFor();
  expect((await listDeliveries(desk.owner, { webhookId: hook?.id ?? "", status: "waiting" })).length).toBeGreaterThan(
    0,
  );
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Rotate secret" }).click();
  expect(await takeSecret()).not.toBe(first);
  await section(page, "Webhooks").getByRole("button", { name: "Remove", exact: true }).click();
  await dialog(page).getByRole("button", { name: "Remove" }).click();
  await page.getByText("Nobody is told yet").waitFor();
  expect(await listWebhooks(desk.owner)).toEqual([]);
});
