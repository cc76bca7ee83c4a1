// Two presses are one, and a page that is no longer so says it.
import type { BrowserContext, Page } from "playwright";
import { afterEach, beforeAll, expect, test } from "vitest";
import { addOrigin } from "@/core/origin/add-origin";
import { listOrigins } from "@/core/origin/list-origins";
import { updateOrigin } from "@/core/origin/update-origin";
import { listSigningSecrets } from "@/core/signing-secret/list-signing-secrets";
import { rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { openDesk } from "./desk";

const desk = openDesk();
let context: BrowserContext;
beforeAll(async () => {
  context = await desk.enter({ viewport: { width: 1280, height: 900 } });
});
afterEach(async () => {
  for (const page of context.pages()) await page.close();
});

async function open(end: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${desk.url}/${desk.tenantId}${end}`, { waitUntil: "networkidle" });
  return page;
}

/** Sends the form twice before the page has drawn itself anew. */
const submitTwice = (page: Page, button: string) =>
  page.getByRole("button", { name: button, exact: true }).evaluate((element) => {
    (element as HTMLButtonElement).form?.requestSubmit();
    (element as HTMLButtonElement).form?.requestSubmit();
  });

test("an origin that is added twice in a moment is there once, and nothing is complained of", async () => {
  const page = await open("/origins");
  await page.getByLabel("Add an origin").fill("https://twice.example.com");
  await submitTwice(page, "Add");
  // In the list: what is typed is explained with the same words.
  await page.getByRole("button", { name: /(Change|Edit).*twice\.example\.com/ }).waitFor();
  await page.waitForLoadState("networkidle");
  expect((await listOrigins(desk.owner)).filter(({ pattern }) => pattern.includes("twice"))).toHaveLength(1);
  expect(await page.getByRole("main").getByRole("alert").count()).toBe(0);
});

test("a secret that is rotated twice in a moment is rotated once", async () => {
  const before = (await listSigningSecrets(desk.owner)).length;
  const page = await open("/keys");
  await page.getByRole("button", { name: "Rotate…" }).click();
  await page.getByRole("dialog").waitFor();
  await submitTwice(page, "Rotate");
  await page.getByRole("dialog").getByText(/^ghs_/).first().waitFor();
  await page.waitForLoadState("networkidle");
  expect(await listSigningSecrets(desk.owner)).toHaveLength(before + 1);
});

test("who rotates what somebody else has rotated meanwhile is told so, and nothing is rotated", async () => {
  const page = await open("/keys");
  await page.getByRole("button", { name: "Rotate…" }).click();
  await rotateSigningSecret(desk.owner, { overlapDays: 1 });
  const before = (await listSigningSecrets(desk.owner)).length;
  await page.getByRole("button", { name: "Rotate", exact: true }).click();
  await page.getByRole("button", { name: "Show the new state" }).waitFor();
  expect(await listSigningSecrets(desk.owner)).toHaveLength(before);
});

test("who changes an origin that somebody else has changed meanwhile is told so, and sees it", async () => {
  const { id } = await addOrigin(desk.owner, { pattern: "https://stale.example.com" });
  const page = await open("/origins");
  await page.getByRole("button", { name: /(Change|Edit).*stale\.example\.com/ }).click();
  await updateOrigin(desk.owner, { id, group: "theirs", expiresAt: null });
  await page.getByLabel("Group", { exact: false }).last().fill("mine");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Show the new state" }).click();
  await expect
    .poll(() =>
      page
        .getByRole("dialog")
        .getByRole("textbox")
        .or(page.getByRole("dialog").getByRole("combobox"))
        .first()
        .inputValue(),
    )
    .toBe("theirs");
});
