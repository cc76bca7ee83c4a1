import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { codeOf, turnTwoStepOn } from "../../../tests/fresh-team";
import { freshAccount, freshProduct } from "../../../tests/fresh-tenant";
import { type Account, admitAccount } from "./account";
import { beginTwoStep } from "./begin-two-step";
import { changePassword } from "./change-password";
import { confirmPassword } from "./confirm-password";
import { disableTwoStep } from "./disable-two-step";
import { enableTwoStep } from "./enable-two-step";
import { getSecurity } from "./get-security";
import { renewRecoveryCodes } from "./recovery-codes";
import { signIn } from "./sign-in";

let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const password = "a long password";
const device = () => ({ userAgent: "test", address: randomBytes(6).toString("hex") });
const enter = ({ email }: Account, code?: string) =>
  signIn(product, { email, password, ...(code ? { code } : {}) }, device());

/** An account with two-step sign-in, a step later: the code that turned it on is spent. */
async function guarded() {
  const on = await turnTwoStepOn(await freshAccount(product));
  if (!on) throw new Error("it was on");
  clock += 60_000;
  return { ...on, code: () => codeOf(on.seed, product.now()) };
}

test("a password alone does not sign in any more; each code does, once", async () => {
  const { account, code } = await guarded();
  await expect(enter(account)).rejects.toMatchObject({ code: "two_step_required" });
  await expect(enter(account, "000000")).rejects.toMatchObject({ code: "token_invalid" });
  const present = code();
  const tries = await Promise.allSettled([enter(account, present), enter(account, present)]);
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  clock += 30_000;
  // The step before the last accepted one is spent as well.
  await expect(enter(account, present)).rejects.toMatchObject({ code: "token_invalid" });
  await enter(account, code());
});

test("a wrong password says nothing of two-step sign-in", async () => {
  const { account, code } = await guarded();
  const wrong = signIn(product, { email: account.email, password: "wrong password", code: code() }, device());
  await expect(wrong).rejects.toMatchObject({ code: "token_invalid", detail: expect.stringContaining("E-mail") });
});

test("a recovery code stands in once, however it is typed; new ones end the old", async () => {
  const { account, recoveryCodes } = await guarded();
  const [first = "", second = ""] = recoveryCodes;
  expect(recoveryCodes).toHaveLength(10);
  await enter(account, ` ${first.toLowerCase().replaceAll("-", " ")}`);
  await expect(enter(account, first)).rejects.toMatchObject({ code: "token_invalid" });
  const { secret } = await confirmPassword(account, { password, code: second });
  const recent = await admitAccount(product, secret);
  expect((await getSecurity(recent)).recoveryCodes).toBe(8);
  const fresh = await renewRecoveryCodes(recent);
  await expect(enter(account, recoveryCodes[2])).rejects.toMatchObject({ code: "token_invalid" });
  await enter(account, fresh.recoveryCodes[0]);
});

test("turning it on ends other sign-ins and gives this one a new secret", async () => {
  const account = await freshAccount(product);
  const other = await enter(account);
  const { seed } = await beginTwoStep(account);
  await expect(enableTwoStep(account, { code: "000000" })).rejects.toMatchObject({ code: "input_invalid" });
  const { secret } = await enableTwoStep(account, { code: codeOf(seed, product.now()) });
  await expect(admitAccount(product, other.secret)).rejects.toMatchObject({ code: "token_invalid" });
  const renewed = await admitAccount(product, secret);
  expect(renewed.sessionId).not.toBe(account.sessionId);
  await expect(beginTwoStep(renewed)).rejects.toMatchObject({ code: "conflict" });
  await disableTwoStep(renewed);
  await enter(account);
});

test("the seed is sealed and the recovery codes are hashed", async () => {
  const { account, seed, recoveryCodes } = await guarded();
  const user = await product.database.directory((tx) =>
    tx.user.findUniqueOrThrow({ where: { id: account.userId }, include: { recoveryCodes: true } }),
  );
  const kept = JSON.stringify(user, (_key, value) => (typeof value === "bigint" ? String(value) : value));
  expect(user.totpSealed).toMatch(/^v1\./);
  for (const secret of [seed, ...recoveryCodes]) expect(kept).not.toContain(secret);
});

test("after ten minutes the password is asked for again, and the code with it", async () => {
  const { account, code } = await guarded();
  clock += 11 * 60_000;
  await expect(disableTwoStep(account)).rejects.toMatchObject({ code: "recent_sign_in_required" });
  await expect(confirmPassword(account, { password })).rejects.toMatchObject({ errors: [{ path: "code" }] });
  await expect(confirmPassword(account, { password: "wrong password", code: code() })).rejects.toMatchObject({
    errors: [{ path: "password" }],
  });
  const { secret } = await confirmPassword(account, { password, code: code() });
  await expect(admitAccount(product, "x".repeat(43))).rejects.toThrow();
  await disableTwoStep(await admitAccount(product, secret));
});

test("a new password needs the old one, ends other sign-ins, and this one's old secret", async () => {
  const account = await freshAccount(product);
  const other = await enter(account);
  const change = (old: string) => changePassword(account, { password: old, next: "another password" });
  await expect(change("wrong password")).rejects.toMatchObject({ errors: [{ path: "password" }] });
  const { secret } = await change(password);
  await expect(admitAccount(product, other.secret)).rejects.toMatchObject({ code: "token_invalid" });
  expect((await admitAccount(product, secret)).sessionId).not.toBe(account.sessionId);
  await expect(enter(account)).rejects.toMatchObject({ code: "token_invalid" });
});
