// A sign-in ends by itself, whatever the cookie says: after 30 days, or after 7 without use.
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { freshAccount, freshProduct } from "../../../tests/fresh-tenant";
import { openOwnDatabase } from "../../../tests/own-database";
import { admitAccount } from "./account";
import { listMemberSessions } from "./list-member-sessions";
import { startMemberSession } from "./member-session";
import { signUp } from "./sign-up";
import { tidyAccounts } from "./tidy-accounts";

await openOwnDatabase();
const DAY_MS = 24 * 3600_000;
let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const device = { userAgent: "Firefox", address: randomBytes(6).toString("hex") };

async function freshSignIn() {
  const account = await freshAccount(product);
  const who = { id: account.userId, email: account.email };
  const { secret } = await product.database.directory((tx) => startMemberSession(tx, product, who, device));
  return { account, secret, rows: () => product.database.directory((tx) => tx.memberSession.count()) };
}

test("is refused after seven days without use, and listed no more", async () => {
  const { account, secret } = await freshSignIn();
  clock += 6.9 * DAY_MS;
  await admitAccount(product, secret);
  clock += 6.9 * DAY_MS;
  await admitAccount(product, secret);
  expect(await listMemberSessions(account)).toHaveLength(1);
  clock += 7.1 * DAY_MS;
  await expect(admitAccount(product, secret)).rejects.toMatchObject({ code: "token_invalid" });
  expect(await listMemberSessions(account)).toEqual([]);
});

test("is refused after thirty days, however much it is used", async () => {
  const { account, secret } = await freshSignIn();
  for (let day = 0; day < 29; day += 5, clock += 5 * DAY_MS) await admitAccount(product, secret);
  clock += 0.1 * DAY_MS;
  await expect(admitAccount(product, secret)).rejects.toMatchObject({ code: "token_invalid" });
  expect(await listMemberSessions(account)).toEqual([]);
});

test("dead sign-ins, dead links and addresses nobody confirmed are tidied away, and nothing else", async () => {
  const { account, rows } = await freshSignIn();
  const email = `${randomBytes(8).toString("hex")}@example.com`;
  await signUp(product, { email, password: "a long password" }, device);
  const users = () =>
    product.database.directory((tx) => tx.user.findMany({ where: { email: { in: [email, account.email] } } }));
  clock += 0.5 * DAY_MS;
  await tidyAccounts(product);
  expect(await users()).toHaveLength(2);
  expect(await rows()).toBeGreaterThan(0);
  clock += 30 * DAY_MS;
  await tidyAccounts(product);
  expect(await rows()).toBe(0);
  expect((await users()).map((user) => user.email)).toEqual([account.email]);
  expect(await product.database.directory((tx) => tx.emailToken.count())).toBe(0);
});
