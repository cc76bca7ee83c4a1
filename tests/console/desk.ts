// The product as it is run, a tenant in it that has some of everything, and a browser in which its owner is signed in.
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright";
import { afterAll, beforeAll } from "vitest";
import { toSignInCookie } from "@/console/sign-in";
import { type Account, admitAccount } from "@/core/account/account";
import { createUser } from "@/core/account/create-user";
import { signIn } from "@/core/account/sign-in";
import { admitMember, type Member } from "@/core/member/member";
import type { Product } from "@/core/product";
import { createTenant } from "@/core/tenant/create-tenant";
import { buildProduct } from "@/wiring";
import { openHouse } from "../path/house";

export const PASSWORD = "a password for this desk";

export interface Desk {
  url: string;
  /** The same product, on the same database, in this process. */
  product: Product;
  account: Account;
  owner: Member;
  tenantId: string;
  siteKey: string;
  jwtSecret: string;
  browser: Browser;
  /** A browser of its own, in which the owner is signed in, or whoever else is named. */
  enter(options?: BrowserContextOptions, who?: string): Promise<BrowserContext>;
}

/** Opens it before the file's tests and closes it after them. */
export function openDesk(email = "owner@example.com"): Desk {
  const house = openHouse();
  const desk = {} as Desk;
  beforeAll(async () => {
    const env = await house.environment();
    const product = buildProduct({ ...env, logLevel: "silent" });
    await createUser(product, { email, password: PASSWORD });
    const signedIn = async (who = email) =>
      signIn(product, { email: who, password: PASSWORD }, { userAgent: "", address: "::1" });
    const account = await admitAccount(product, (await signedIn()).secret);
    const made = await createTenant(account, { name: "Example Shop", origins: ["https://www.example.com"] });
    const owner = await admitMember(account, made.tenantId);
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      chromiumSandbox: false,
      args: ["--disable-background-networking", "--disable-quic"],
    });
    const enter = async (options?: BrowserContextOptions, who = email) => {
      const context = await browser.newContext(options);
      const { name, value } = await toSignInCookie(product, env.secret, (await signedIn(who)).secret);
      await context.addCookies([{ name, value, url: house.url, httpOnly: true, sameSite: "Lax" }]);
      return context;
    };
    Object.assign(desk, { url: house.url, product, account, owner, browser, enter, ...made });
  });
  // Before the house closes: what is opened last goes first.
  afterAll(async () => {
    await desk.browser?.close();
    await desk.product?.close();
  });
  return desk;
}
