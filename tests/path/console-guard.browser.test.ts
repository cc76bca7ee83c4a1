// The console cannot be ridden: what other sites, forged hosts and planted cookies get of a running installation.
import { randomBytes } from "node:crypto";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toSignInCookie } from "@/console/sign-in";
import { createUser } from "@/core/account/create-user";
import { signIn } from "@/core/account/sign-in";
import { buildProduct } from "@/wiring";
import { exchange } from "../raw-http";
import { openHouse } from "./house";

const house = openHouse();
const email = `${randomBytes(6).toString("hex")}@example.com`;
const password = "a password for this path";
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    chromiumSandbox: false,
    args: ["--disable-background-networking", "--disable-quic"],
  });
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  await page.goto(`${house.url}/sign-up`, { waitUntil: "networkidle" });
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("link", { name: "Open the confirmation link" }).click();
  // A press before the page is alive is none.
  await page.waitForURL(/verify/);
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Confirm and sign in" }).click();
  await page.waitForURL(/welcome/);
});
afterAll(() => browser?.close());

const cookieOf = async () =>
  (await context.cookies()).find(({ name }) => name.endsWith("next-auth.session-token"))?.value ?? "";
const post = async (path: string, headers: Record<string, string>, body: string) =>
  fetch(`${house.url}${path}`, { method: "POST", redirect: "manual", headers, body });
const account = async (cookie: string) => {
  const answer = await fetch(`${house.url}/account`, {
    redirect: "manual",
    headers: { cookie: `next-auth.session-token=${cookie}` },
  });
  return answer.status;
};

test("another site's page changes nothing, with the member's own cookie", async () => {
  const cookie = `next-auth.session-token=${await cookieOf()}`;
  for (const origin of ["https://evil.example", "null", "http://localhost:1", `${house.url}.evil.example`, ""]) {
    const headers = { cookie, "content-type": "application/json", ...(origin && { origin }) };
    const changed = await post("/api/trpc/account.signOutEverywhere", headers, "{}");
    expect(changed.status, origin).toBe(403);
    const form = { ...headers, "content-type": "application/x-www-form-urlencoded" };
    for (const path of ["signout", "callback/password", "callback/passkey", "callback/invitation", "session"])
      expect((await post(`/api/auth/${path}`, form, "json=true")).status, `${path} ${origin}`).toBe(403);
  }
  expect(await account(await cookieOf())).toBe(200);
});

test("without next-auth's own token a sign-in is none, also from our own origin", async () => {
  const form = { origin: house.url, "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams({ email, password, json: "true" }).toString();
  const answer = await post("/api/auth/callback/password", form, body);
  expect(answer.headers.getSetCookie().join()).not.toContain("session-token=");
});

test("no page may be framed, and scripts need the page's nonce", async () => {
  for (const path of ["/sign-in", "/account", "/reset", "/invitation/nothing", "/ten_0000000000000000000000/team"]) {
    const { headers } = await fetch(`${house.url}${path}`, { redirect: "manual" });
    expect(headers.get("x-frame-options"), path).toBe("DENY");
    expect(headers.get("content-security-policy"), path).toMatch(/frame-ancestors 'none'/);
    expect(headers.get("content-security-policy"), path).toMatch(/script-src 'self' 'nonce-/);
  }
});

test("a sign-in and a sign-out lead nowhere but here", async () => {
  const csrf = await fetch(`${house.url}/api/auth/csrf`);
  const { csrfToken } = await csrf.json();
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  for (const callbackUrl of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
    const body = new URLSearchParams({ csrfToken, email, password, callbackUrl, json: "true" }).toString();
    const headers = { cookie, origin: house.url, "content-type": "application/x-www-form-urlencoded" };
    const { url } = await (await post("/api/auth/callback/password", headers, body)).json();
    expect(new URL(url).origin, callbackUrl).toBe(house.url);
    const out = await (
      await post("/api/auth/signout", headers, new URLSearchParams({ csrfToken, callbackUrl, json: "true" }).toString())
    ).json();
    expect(new URL(out.url).origin, callbackUrl).toBe(house.url);
  }
});

test("a forged Host is in no link", async () => {
  const forged = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" };
  const body = JSON.stringify({ json: { email: `${randomBytes(6).toString("hex")}@example.com`, password } });
  const headers = { ...forged, origin: house.url, "content-type": "application/json" };
  const answer = await (await post("/api/trpc/account.signUp", headers, body)).text();
  expect(answer).toContain(`${house.url}/verify?token=`);
  expect(answer).not.toContain("evil.example");
  const providers = await (await fetch(`${house.url}/api/auth/providers`, { headers: forged })).text();
  expect(providers).not.toContain("evil.example");
  const asked = "GET /api/auth/signin HTTP/1.1\r\nhost: evil.example\r\nconnection: close\r\n\r\n";
  const raw = await exchange(Number(new URL(house.url).port), [asked]);
  expect(raw.status).toBeGreaterThan(0);
  expect(JSON.stringify(raw.headers)).not.toContain("evil.example");
});

test("who signs in on top of somebody else's planted sign-in gets one of their own, and that stays what it was", async () => {
  const env = await house.environment();
  const product = buildProduct({ ...env, logLevel: "silent" });
  const theirs = `${randomBytes(6).toString("hex")}@example.com`;
  await createUser(product, { email: theirs, password });
  const { secret } = await signIn(product, { email: theirs, password }, { userAgent: "", address: "::1" });
  const planted = (await toSignInCookie(product, env.secret, secret)).value;
  const me = async (cookie: string) => {
    const headers = { cookie: `next-auth.session-token=${cookie}` };
    return (await (await fetch(`${house.url}/api/trpc/account.me`, { headers })).json()).result.data.json?.email;
  };
  expect(await me(planted)).toBe(theirs);
  for (const value of [planted, "planted", `${planted}x`]) {
    const csrf = await fetch(`${house.url}/api/auth/csrf`);
    const { csrfToken } = await csrf.json();
    const own = csrf.headers.getSetCookie().map((line) => line.split(";")[0]);
    const headers = {
      cookie: [...own, `next-auth.session-token=${value}`].join("; "),
      origin: house.url,
      "content-type": "application/x-www-form-urlencoded",
    };
    const body = new URLSearchParams({ csrfToken, email, password, json: "true" }).toString();
    const set = (await post("/api/auth/callback/password", headers, body)).headers.getSetCookie().join("; ");
    const given = /next-auth\.session-token=([^;]+)/.exec(set)?.[1] ?? "";
    expect(given).not.toBe("");
    expect(given).not.toBe(value);
    expect(await me(given)).toBe(email);
    expect(await me(planted)).toBe(theirs);
  }
  await product.close();
});

test("without configured keys no other site is offered, and none can be called", async () => {
  const answer = await (await fetch(`${house.url}/sign-in`)).text();
  expect(answer).not.toContain("Go on with");
  const providers = await (await fetch(`${house.url}/api/auth/providers`)).json();
  expect(Object.keys(providers).sort()).toEqual(["invitation", "link", "passkey", "password", "two-step"]);
});

test("a sign-in that may do more gets a new cookie, and the old one ends", async () => {
  const before = await cookieOf();
  await page.goto(`${house.url}/account`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Change…" }).nth(1).click();
  await page.getByLabel("Present password").fill(password);
  await page.getByLabel("New password").fill(`${password} two`);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("Password changed").waitFor();
  const after = await cookieOf();
  expect(after).not.toBe(before);
  expect(await account(before)).not.toBe(200);
  expect(await account(after)).toBe(200);
  const kept = (await context.cookies()).find(({ name }) => name.endsWith("next-auth.session-token"));
  expect(kept).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("a passkey is added and signs in, by the browser's own authenticator", async () => {
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${house.url}/account`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByText("Passkey added").waitFor();
  await page.getByText("never used").waitFor();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(/sign-in/);
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.waitForURL(/welcome/);
  await page.goto(`${house.url}/account`, { waitUntil: "networkidle" });
  await page.getByText("last used").first().waitFor();
});
