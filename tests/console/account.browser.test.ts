// The account: what proves who one is, and where one is signed in.
import type { BrowserContext, Page } from "playwright";
import { afterEach, expect, test } from "vitest";
import { createUser } from "@/core/account/create-user";
import { makeEmailToken } from "@/core/account/email-token";
import { codeOf } from "../fresh-team";
import { openDesk, PASSWORD } from "./desk";

const desk = openDesk();
const open: BrowserContext[] = [];
afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});

const dialog = (page: Page) => page.getByRole("dialog");

/** Somebody with an account of their own. */
async function freshUser(name: string) {
  const email = `${name}@example.com`;
  const { userId } = await createUser(desk.product, { email, password: PASSWORD });
  return { email, userId };
}

/** A browser that knows nothing yet, at a page. */
async function visit(path: string): Promise<Page> {
  const context = await desk.browser.newContext({ viewport: { width: 1280, height: 900 } });
  open.push(context);
  const page = await context.newPage();
  await page.goto(desk.url + path, { waitUntil: "networkidle" });
  return page;
}

/** A browser in which one has just signed in. */
async function signIn(email: string, password = PASSWORD): Promise<Page> {
  const page = await visit("/sign-in");
  await tryPassword(page, email, password);
  await page.waitForURL(/\/(welcome|console)/);
  await page.goto(`${desk.url}/account`, { waitUntil: "networkidle" });
  return page;
}

async function tryPassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const section = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

test("a password is changed with the present one; every other sign-in ends", async () => {
  const { email } = await freshUser("password");
  const [here, there] = [await signIn(email), await signIn(email)];
  await section(here, "Password").getByRole("button", { name: "Change…" }).click();
  await here.getByLabel("Present password").fill("not this one");
  await here.getByLabel("New password").fill("a password that is new");
  await here.getByRole("button", { name: "Change password" }).click();
  await section(here, "Password").getByRole("alert").first().waitFor();
  await here.getByLabel("Present password").fill(PASSWORD);
  await here.getByRole("button", { name: "Change password" }).click();
  await here.getByText("Password changed; other sign-ins were ended").waitFor();
  await there.goto(`${desk.url}/account`);
  await there.waitForURL(/sign-in/);
  await here.reload();
  expect(new URL(here.url()).pathname).toBe("/account");
  const again = await visit("/sign-in");
  await tryPassword(again, email, PASSWORD);
  await again.getByText("E-mail or password is wrong").waitFor();
});

test("two steps: set up with the app's code, asked for at the next sign-in, left by a recovery code, turned off", async () => {
  const { email } = await freshUser("two-step");
  const page = await signIn(email);
  await page.getByRole("button", { name: "Set up…" }).click();
  const seed = ((await section(page, "Two-step sign-in").locator("code").first().textContent()) ?? "").trim();
  // The picture beside it has "code" in its name, too.
  const code = page.getByRole("textbox", { name: "Code" });
  await code.fill("000000");
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByText(/This code is wrong/).waitFor();
  await code.fill(codeOf(seed));
  await page.getByRole("button", { name: "Turn on" }).click();
  await dialog(page).getByRole("listitem").first().waitFor();
  const codes = (await dialog(page).getByRole("listitem").allTextContents()).map((text) => text.trim()).filter(Boolean);
  expect(codes).toHaveLength(10);
  await dialog(page).getByRole("button", { name: "I have stored them" }).click();
  await section(page, "Two-step sign-in").getByText("10 of 10 recovery codes left").waitFor();

  const next = await visit("/sign-in");
  await tryPassword(next, email, PASSWORD);
  await next.getByLabel("Code").waitFor();
  expect(await next.evaluate(() => document.activeElement?.getAttribute("autocomplete"))).toBe("one-time-code");
  await next.getByLabel("Code").fill("000000");
  await next.getByRole("button", { name: "Go on" }).click();
  await next.getByText("This code is wrong or was used").waitFor();
  await next.getByLabel("Code").fill(codes.at(-1) ?? "");
  await next.getByRole("button", { name: "Go on" }).click();
  await next.waitForURL(/\/(welcome|console)/);
  await next.goto(`${desk.url}/account`, { waitUntil: "networkidle" });
  await section(next, "Two-step sign-in").getByText("9 of 10 recovery codes left").waitFor();

  await next.getByRole("button", { name: "New recovery codes" }).click();
  await dialog(next).getByRole("button", { name: "I have stored them" }).click();
  await section(next, "Two-step sign-in").getByText("10 of 10 recovery codes left").waitFor();
  await next.getByRole("button", { name: "Turn off" }).click();
  await dialog(next).getByRole("button", { name: "Turn off" }).click();
  await next.getByRole("button", { name: "Set up…" }).waitFor();
});

test("a forgotten password is set by the link; what is said is the same for an address that has no account", async () => {
  const { email, userId } = await freshUser("reset");
  const there = await signIn(email);
  const said: string[] = [];
  for (const address of [email, "nobody@example.com"]) {
    const page = await visit("/reset");
    await page.getByLabel("E-mail").fill(address);
    await page.getByRole("button", { name: "Send the link" }).click();
    await page.getByText("Look into your mail").waitFor();
    said.push(((await page.getByRole("main").textContent()) ?? "").replace(address, "…"));
  }
  expect(said[0]).toBe(said[1]);
  const token = await desk.product.database.directory((tx) =>
    makeEmailToken(tx, desk.product, userId, { purpose: "reset", lifetimeMs: 60_000 }),
  );
  const page = await visit(`/reset?token=${token}`);
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByRole("main").getByRole("alert").waitFor();
  await page.getByLabel("New password").fill("a password that is new");
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByText("Your new password is set").waitFor();
  await there.goto(`${desk.url}/account`);
  await there.waitForURL(/sign-in/);
  await signIn(email, "a password that is new");
  const again = await visit(`/reset?token=${token}`);
  await again.getByLabel("New password").fill("a password that is newer");
  await again.getByRole("button", { name: "Set password" }).click();
  await again.getByRole("link", { name: "Send another link" }).waitFor();
});

test("sign-ins are listed; one is ended, then all", async () => {
  const { email } = await freshUser("sessions");
  const [here, there] = [await signIn(email), await signIn(email)];
  await here.reload({ waitUntil: "networkidle" });
  const list = section(here, "Where you are signed in");
  expect(await list.getByRole("listitem").count()).toBe(2);
  await list.getByRole("listitem").getByRole("button", { name: "Sign out" }).click();
  await expect.poll(() => list.getByRole("listitem").count()).toBe(1);
  await there.goto(`${desk.url}/account`);
  await there.waitForURL(/sign-in/);
  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  await here.waitForURL(/sign-in/);
  await here.goto(`${desk.url}/account`);
  await here.waitForURL(/sign-in/);
});

test("a passkey is added, signs in alone, and is removed", async () => {
  const { email } = await freshUser("passkey");
  const page = await signIn(email);
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal" },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByText("Passkey added").waitFor();
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.waitForURL(/sign-in/);
  await page.goto(`${desk.url}/sign-in`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.waitForURL(/\/(welcome|console)/);
  await page.goto(`${desk.url}/account`, { waitUntil: "networkidle" });
  await section(page, "Passkeys").getByRole("button", { name: "Remove" }).click();
  await dialog(page).getByRole("button", { name: "Remove" }).click();
  await expect.poll(() => section(page, "Passkeys").getByRole("listitem").count()).toBe(0);
});

test("an address is changed by the link that is sent to the new one", async () => {
  const { email, userId } = await freshUser("moving");
  const page = await signIn(email);
  await section(page, "E-mail address").getByRole("button", { name: "Change…" }).click();
  await page.getByLabel("New address").fill("moved@example.com");
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText(/Until then you sign in as/).waitFor();
  const token = await desk.product.database.directory((tx) =>
    makeEmailToken(tx, desk.product, userId, { purpose: "change", lifetimeMs: 60_000, email: "moved@example.com" }),
  );
  const link = await visit(`/confirm-email?token=${token}`);
  await link.getByRole("button").last().click();
  await expect.poll(async () => (await userOf(userId))?.email).toBe("moved@example.com");
});

test("an account is deleted with the password", async () => {
  const { email, userId } = await freshUser("leaving");
  const page = await signIn(email);
  await page.getByRole("button", { name: "Delete account…" }).click();
  await dialog(page).getByLabel("Password").fill("not this one");
  await dialog(page).getByRole("button", { name: "Delete account" }).click();
  await dialog(page).getByRole("alert").first().waitFor();
  await dialog(page).getByLabel("Password").fill(PASSWORD);
  await dialog(page).getByRole("button", { name: "Delete account" }).click();
  await page.waitForURL(/sign-in/);
  expect(await userOf(userId)).toBeNull();
});

const userOf = (id: string) => desk.product.database.directory((tx) => tx.user.findUnique({ where: { id } }));
