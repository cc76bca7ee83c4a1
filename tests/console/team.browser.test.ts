// Team: who is in it, who is asked into it, and whose it is.
import type { Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { createUser } from "@/core/account/create-user";
import { listInvitations } from "@/core/invitation/list-invitations";
import { listMembers } from "@/core/member/list-members";
import { putTeammate } from "../fresh-team";
import { openDesk, PASSWORD } from "./desk";
import { pagesOf } from "./pages-of";

const desk = openDesk();
const pages = pagesOf(desk);
let agentId: string;

beforeAll(async () => {
  agentId = await putTeammate({ ...desk, kid: "" }, "agent");
});

const dialog = (page: Page) => page.getByRole("dialog");
const roles = async () => new Map((await listMembers(desk.owner)).map(({ email, role }) => [email, role]));
const emailOf = async (userId: string) =>
  (await listMembers(desk.owner)).find((member) => member.userId === userId)?.email ?? "";

/** Sends an invitation; answers its link, which is handed over where there is no mail server. */
async function invite(page: Page, email: string, role: string): Promise<string> {
  await page.getByRole("button", { name: "Invite…" }).click();
  await page.getByLabel("E-mail").fill(email);
  await dialog(page)
    .getByLabel(new RegExp(`^${role}`))
    .check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  const link =
    (await dialog(page)
      .getByText(/\/invitation\//)
      .textContent()) ?? "";
  await dialog(page).getByRole("button", { name: "Done" }).click();
  return link.trim();
}

test("who is invited and has no account chooses a password and is in, with the role", async () => {
  const page = await pages.open("/team");
  await page.getByRole("button", { name: "Invite…" }).click();
  await page.getByLabel("E-mail").fill("nobody");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await dialog(page).getByRole("alert").waitFor();
  await page.keyboard.press("Escape");
  const link = await invite(page, "anna@example.com", "Agent");
  const theirs = await desk.browser.newContext();
  const joining = await theirs.newPage();
  await joining.goto(link, { waitUntil: "networkidle" });
  await joining.getByLabel("Choose a password").fill("short");
  await joining.getByRole("button", { name: "Create account and join" }).click();
  await joining.getByText("Use at least 10 characters.").waitFor();
  await joining.getByLabel("Choose a password").fill("a password of Anna’s");
  await joining.getByRole("button", { name: "Create account and join" }).click();
  await joining.waitForURL(`**/${desk.tenantId}`);
  expect((await roles()).get("anna@example.com")).toBe("agent");
  expect(await listInvitations(desk.owner)).toEqual([]);
  await joining.goto(`${desk.url}/${desk.tenantId}/team`, { waitUntil: "networkidle" });
  expect(await joining.getByRole("button", { name: "Make owner…" }).count()).toBe(0);
  // The link has done its work.
  await joining.goto(link, { waitUntil: "networkidle" });
  expect(await joining.getByRole("button", { name: /join/i }).count()).toBe(0);
  await theirs.close();
});

test("an invitation is sent again, by a new link, and taken back", async () => {
  const page = await pages.open("/team");
  const first = await invite(page, "ben@example.com", "Viewer");
  const row = page.getByRole("listitem").filter({ hasText: "ben@example.com" });
  await row.getByRole("button", { name: "Send again" }).click();
  const second = (
    (await dialog(page)
      .getByText(/\/invitation\//)
      .textContent()) ?? ""
  ).trim();
  expect(second).not.toBe(first);
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await row.getByRole("button", { name: "Take back" }).click();
  await row.waitFor({ state: "detached" });
  expect(await listInvitations(desk.owner)).toEqual([]);
  const stranger = await desk.browser.newPage();
  await stranger.goto(second, { waitUntil: "networkidle" });
  expect(await stranger.getByLabel("Choose a password").count()).toBe(0);
  await stranger.close();
});

test("who has an account joins with it, and with no other", async () => {
  const email = "carla@example.com";
  await createUser(desk.product, { email, password: PASSWORD });
  const page = await pages.open("/team");
  const link = await invite(page, email, "Admin");
  await page.goto(link, { waitUntil: "networkidle" });
  await page.getByText(/This invitation is for carla@example.com/).waitFor();
  const theirs = await desk.browser.newContext();
  const joining = await theirs.newPage();
  await joining.goto(link, { waitUntil: "networkidle" });
  await joining.getByLabel("Password").fill(PASSWORD);
  expect(await joining.getByLabel("E-mail").inputValue()).toBe(email);
  await joining.getByRole("button", { name: "Sign in", exact: true }).click();
  await joining.getByRole("button", { name: `Join as ${email}` }).click();
  await joining.waitForURL(`**/${desk.tenantId}`);
  expect((await roles()).get(email)).toBe("admin");
  await theirs.close();
});

test("a role is changed, a member removed once it is confirmed", async () => {
  const email = await emailOf(agentId);
  const page = await pages.open("/team");
  await page.getByLabel(`Role of ${email}`).selectOption("viewer");
  await expect.poll(async () => (await roles()).get(email)).toBe("viewer");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await roles()).get(email)).toBe("agent");
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: email });
  await row.getByRole("button", { name: "Remove" }).click();
  await dialog(page).getByRole("button", { name: "Remove" }).click();
  await expect.poll(async () => (await roles()).has(email)).toBe(false);
});

test("members are narrowed by name and role in the address", async () => {
  for (let n = 0; n < 4; n++) await putTeammate({ ...desk, kid: "" }, "viewer");
  const page = await pages.open("/team?role=owner");
  const names = page.getByRole("listitem").filter({ has: page.getByLabel(/^Role of/) });
  expect(await names.count()).toBe(1);
  await page.getByLabel("Role", { exact: true }).selectOption("");
  await expect.poll(() => names.count()).toBe((await roles()).size);
  await page.getByLabel("Search members").fill("carla");
  await page.waitForURL(/q=carla/);
  await expect.poll(() => names.count()).toBe(1);
});

test("the last owner neither leaves nor gives up the role; after the hand-over another one is owner", async () => {
  const page = await pages.open("/team");
  await page.getByLabel("Role of owner@example.com").selectOption("admin");
  await page.getByText(/owner/i).last().waitFor();
  expect((await roles()).get("owner@example.com")).toBe("owner");
  const account = await pages.open("/account", true);
  await account.getByRole("button", { name: "Leave…" }).click();
  await dialog(account).getByRole("button", { name: "Leave", exact: true }).click();
  await dialog(account).getByText(/owner/i).last().waitFor();
  expect((await roles()).get("owner@example.com")).toBe("owner");

  const next = await pages.open("/team");
  const row = next.getByRole("listitem").filter({ hasText: "carla@example.com" });
  await row.getByRole("button", { name: "Make owner…" }).click();
  await dialog(next).getByRole("button", { name: "Hand over" }).click();
  await expect.poll(async () => (await roles()).get("carla@example.com")).toBe("owner");
  expect((await roles()).get("owner@example.com")).toBe("admin");
  await next.waitForLoadState("networkidle");
  await expect.poll(() => next.getByRole("button", { name: "Delete tenant…" }).count()).toBe(0);
  // Who is no owner may leave.
  await account.reload({ waitUntil: "networkidle" });
  await account.getByRole("button", { name: "Leave…" }).click();
  await dialog(account).getByRole("button", { name: "Leave", exact: true }).click();
  // While it is open, no link behind it is found.
  await dialog(account).waitFor({ state: "detached" });
  await expect.poll(() => account.getByRole("link", { name: "Example Shop" }).count()).toBe(0);
  expect((await next.goto(`${desk.url}/${desk.tenantId}`))?.status()).toBe(404);
});
