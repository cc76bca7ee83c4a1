import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { freshAccount, freshProduct } from "../../../tests/fresh-tenant";
import { admitAccount } from "./account";
import { listMemberSessions } from "./list-member-sessions";
import { revokeMemberSession } from "./revoke-member-session";
import { signIn } from "./sign-in";
import { SignUp, signUp } from "./sign-up";
import { verifyEmail } from "./verify-email";

const product = freshProduct();
const device = () => ({ userAgent: "Firefox", address: randomBytes(6).toString("hex") });
const address = () => `${randomBytes(8).toString("hex")}@example.com`;
const password = "correct horse battery";

const tokenOf = (link: string | null) => new URL(link ?? "").searchParams.get("token") ?? "";

test("sign up, confirm once, sign in", async () => {
  const email = address();
  const { link, ticket } = await signUp(product, { email, password }, device());
  await expect(signIn(product, { email, password }, device())).rejects.toMatchObject({ code: "token_invalid" });

  const first = await verifyEmail(product, { token: tokenOf(link), ticket }, device());
  expect((await admitAccount(product, first.secret)).email).toBe(email);
  await expect(verifyEmail(product, { token: tokenOf(link), ticket }, device())).rejects.toMatchObject({
    code: "not_found",
  });

  const second = await signIn(product, { email, password }, device());
  expect(
    (await listMemberSessions(await admitAccount(product, second.secret))).map(({ current }) => current).sort(),
  ).toEqual([false, true]);
});

test("a taken address, a wrong password and an unknown address tell nothing", async () => {
  const email = address();
  const { link, ticket } = await signUp(product, { email, password }, device());
  await verifyEmail(product, { token: tokenOf(link), ticket }, device());
  const again = await signUp(product, { email, password: "another password" }, device());
  expect(again).toEqual({ link: null, ticket: expect.stringMatching(/^.{43}$/) });

  const wrong = await signIn(product, { email, password: "another password" }, device()).catch((error) => error);
  const unknown = await signIn(product, { email: address(), password }, device()).catch((error) => error);
  expect(wrong).toMatchObject({ code: "token_invalid" });
  expect([unknown.code, unknown.detail]).toEqual([wrong.code, wrong.detail]);
});

test("a revoked sign-in is refused at once; another account's cannot be revoked", async () => {
  const [mine, other] = [await freshAccount(product), await freshAccount(product)];
  await expect(revokeMemberSession(mine, { id: other.sessionId })).rejects.toMatchObject({ code: "not_found" });
  const second = await signIn(product, { email: mine.email, password: "a long password" }, device());
  const admitted = await admitAccount(product, second.secret);
  await revokeMemberSession(mine, { id: admitted.sessionId });
  await expect(admitAccount(product, second.secret)).rejects.toMatchObject({ code: "token_invalid" });
});

test("guessing passwords meets a limit", async () => {
  const email = address();
  const tries = Array.from({ length: 11 }, () =>
    signIn(product, { email, password: "guess guess" }, device()).catch(({ code }) => code),
  );
  expect((await Promise.all(tries)).filter((code) => code === "rate_limited").length).toBeGreaterThanOrEqual(1);
});

test("only a hash of the password and of the session's secret is stored", async () => {
  const account = await freshAccount(product);
  const user = await product.database.directory((tx) => tx.user.findUniqueOrThrow({ where: { id: account.userId } }));
  expect(user.passwordHash).toMatch(/^\$argon2id\$/);
  expect(account.sessionId).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  [{ email: "nobody", password }, "Enter an e-mail address."],
  [{ email: "a@example.com", password: "short" }, "Use at least 10 characters."],
])("%j is refused beside its field", (input, message) => {
  expect(SignUp.safeParse(input).error?.issues[0]?.message).toBe(message);
});
