// Mail and the links in it, end to end: queue, worker, SMTP.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import type { Product } from "@/core/product";
import { startWorker } from "@/worker/work";
import { turnTwoStepOn } from "../../../tests/fresh-team";
import { freshAccount, freshProduct } from "../../../tests/fresh-tenant";
import { linkTo, type MailServer, openMailServer } from "../../../tests/mail-stand-in";
import { admitAccount } from "./account";
import { confirmEmailChange } from "./confirm-email-change";
import { requestEmailChange } from "./request-email-change";
import { requestReset } from "./request-reset";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";
import { verifyEmail } from "./verify-email";

let clock = 0;
let product: Product;
let server: MailServer;
const device = () => ({ userAgent: "Firefox", address: randomBytes(6).toString("hex") });
const address = () => `${randomBytes(8).toString("hex")}@example.com`;
const tokenOf = (link: string | null) => new URL(link ?? "").searchParams.get("token") ?? "";
const mailTo = (email: string) => expect.poll(() => linkTo(server, email), { timeout: 8000 });

beforeAll(async () => {
  server = await openMailServer();
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: "Gatehouse <help@example.com>" });
  product = freshProduct(() => Date.now() + clock);
  await startWorker(product);
});

/** Asks for a link and takes it out of the mail. */
async function askReset(email: string): Promise<string> {
  await requestReset(product, { email }, device());
  await mailTo(email).toContain("/reset?token=");
  return tokenOf(linkTo(server, email));
}

test("confirms by a letter whose link is of the configured address; nothing of it is shown", async () => {
  const email = address();
  const { link, ticket } = await signUp(product, { email, password: "a long password" }, device());
  expect(link).toBeNull();
  await mailTo(email).toContain(`${product.publicUrl}/verify?token=`);
  await verifyEmail(product, { token: tokenOf(linkTo(server, email)), ticket }, device());
  // The same again tells the owner, and the caller nothing.
  expect((await signUp(product, { email, password: "another password" }, device())).link).toBeNull();
  await expect.poll(() => server.received.filter(({ to }) => to.includes(email)).length, { timeout: 8000 }).toBe(2);
});

test("a refused letter is tried again", async () => {
  server.refusals.push(451);
  const email = address();
  await signUp(product, { email, password: "a long password" }, device());
  await expect.poll(() => linkTo(server, email), { timeout: 25_000, interval: 250 }).toContain("/verify?token=");
});

test("sets a new password once, ends every sign-in, and leaves two-step sign-in on", async () => {
  const account = (await turnTwoStepOn(await freshAccount(product)))?.account;
  if (!account) throw new Error("no account");
  const { email } = account;
  const token = await askReset(email);
  await resetPassword(product, { token, password: "another password" }, device());
  await expect(resetPassword(product, { token, password: "a third password" }, device())).rejects.toMatchObject({
    code: "not_found",
  });
  const sessions = await product.database.directory((tx) =>
    tx.memberSession.count({ where: { userId: account.userId, revokedAt: null } }),
  );
  expect(sessions).toBe(0);
  await expect(signIn(product, { email, password: "a long password" }, device())).rejects.toMatchObject({
    code: "token_invalid",
  });
  await expect(signIn(product, { email, password: "another password" }, device())).rejects.toMatchObject({
    code: "two_step_required",
  });
});

test("a link to set a password is good for 30 minutes, and only the newest is", async () => {
  const { email } = await freshAccount(product);
  const first = await askReset(email);
  await requestReset(product, { email }, device());
  await expect.poll(() => tokenOf(linkTo(server, email)), { timeout: 8000 }).not.toBe(first);
  const second = tokenOf(linkTo(server, email));
  const use = (token: string) => resetPassword(product, { token, password: "another password" }, device());
  await expect(use(first)).rejects.toMatchObject({ code: "not_found" });
  clock += 30 * 60_000 + 1;
  await expect(use(second)).rejects.toMatchObject({ code: "not_found" });
  clock = 0;
});

test("an unknown address gets the same answer, as fast, and no letter", async () => {
  const known = (await freshAccount(product)).email;
  const took: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
  for (let i = 0; i < 5; i++) {
    for (const [kind, email] of [
      ["known", known],
      ["unknown", address()],
    ] as const) {
      const began = performance.now();
      expect(await requestReset(product, { email }, device())).toBeUndefined();
      took[kind].push(performance.now() - began);
    }
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[2] ?? 0;
  // Both only put a job into the queue: the difference is noise.
  expect(Math.abs(median(took.known) - median(took.unknown))).toBeLessThan(25);
  const unknown = address();
  await requestReset(product, { email: unknown }, device());
  await mailTo(known).toContain("/reset?token=");
  expect(linkTo(server, unknown)).toBeNull();
});

test("a new address is the account's once its link was opened; somebody else's never is", async () => {
  const account = await freshAccount(product);
  const other = await freshAccount(product);
  const email = address();
  await requestEmailChange(account, { email });
  await mailTo(email).toContain("/confirm-email?token=");
  const token = tokenOf(linkTo(server, email));
  await expect(signIn(product, { email, password: "a long password" }, device())).rejects.toThrow();
  expect(await confirmEmailChange(product, { token })).toEqual({ email });
  await expect(confirmEmailChange(product, { token })).rejects.toMatchObject({ code: "not_found" });
  const { secret } = await signIn(product, { email, password: "a long password" }, device());
  const moved = await admitAccount(product, secret);
  expect(moved.userId).toBe(account.userId);
  await requestEmailChange(moved, { email: other.email });
  await expect.poll(() => server.received.some(({ to }) => to.includes(other.email)), { timeout: 8000 }).toBe(true);
  expect(linkTo(server, other.email)).toBeNull();
});

test("no token of a letter stands in the queue in clear text", async () => {
  const email = address();
  await signUp(product, { email, password: "a long password" }, device());
  await mailTo(email).toContain("/verify?token=");
  const rows = await (async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    const found = await client.query<{ data: string }>(
      "SELECT data::text AS data FROM pgboss.job WHERE name IN ('send-mail', 'begin-reset')",
    );
    await client.end();
    return found.rows;
  })();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(tokenOf(linkTo(server, email)));
  expect(JSON.stringify(rows)).not.toContain(email);
});
