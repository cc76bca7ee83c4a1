import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { putPasskey, turnTwoStepOn } from "../../../tests/fresh-team";
import { freshAccount, freshProduct } from "../../../tests/fresh-tenant";
import { softwarePasskey } from "../../../tests/software-passkey";
import { admitAccount } from "./account";
import { addPasskey } from "./add-passkey";
import { askForPasskey, askPasskeyForConfirmation, askPasskeyForSignIn } from "./ask-passkey";
import { confirmPasskey } from "./confirm-passkey";
import { removePasskey } from "./remove-passkey";
import { signInByPasskey } from "./sign-in-by-passkey";

let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const device = () => ({ userAgent: "test", address: randomBytes(6).toString("hex") });
const ask = () => askPasskeyForSignIn(product, device());
const enter = (answer: unknown) => signInByPasskey(product, answer, device());
const refused = { code: "token_invalid" };

test("signs in without password and code, by each challenge once", async () => {
  const on = await turnTwoStepOn(await freshAccount(product));
  if (!on) throw new Error("it was on");
  const { passkey } = await putPasskey(on.account);
  const answer = passkey.get(await ask());
  const { secret } = await enter(answer);
  expect((await admitAccount(product, secret)).userId).toBe(on.account.userId);
  await expect(enter(answer)).rejects.toMatchObject(refused);
});

test("what was made on another page, too late, for something else or by another key is refused", async () => {
  const account = await freshAccount(product);
  const { passkey, id } = await putPasskey(account);
  await expect(enter(passkey.get(await ask(), "https://evil.example"))).rejects.toMatchObject(refused);
  await expect(enter(passkey.get(await askPasskeyForConfirmation(account)))).rejects.toMatchObject(refused);
  await expect(enter(passkey.get({ challenge: "bm90IG91cnM" }))).rejects.toMatchObject(refused);
  await expect(enter({ ...softwarePasskey(product.publicUrl).get(await ask()), id, rawId: id })).rejects.toMatchObject(
    refused,
  );
  for (const nonsense of [null, "x", {}, { id }, { id: 1 }])
    await expect(enter(nonsense)).rejects.toMatchObject(refused);
  const late = passkey.get(await ask());
  clock += 5 * 60_000 + 1;
  await expect(enter(late)).rejects.toMatchObject(refused);
  clock = 0;
  await enter(passkey.get(await ask()));
  await removePasskey(account, { id });
  await expect(enter(passkey.get(await ask()))).rejects.toMatchObject(refused);
});

test("is not kept when it did not look who holds it, or answers somebody else's challenge", async () => {
  const [account, other] = [await freshAccount(product), await freshAccount(product)];
  const blind = softwarePasskey(product.publicUrl, { verified: false }).create(await askForPasskey(account));
  await expect(addPasskey(account, { name: "Blind", answer: blind })).rejects.toMatchObject({ code: "input_invalid" });
  const swapped = softwarePasskey(product.publicUrl).create(await askForPasskey(other));
  await expect(addPasskey(account, { name: "Swapped", answer: swapped })).rejects.toMatchObject({
    code: "input_invalid",
  });
});

test("makes a sign-in recent again; another account's passkey does not", async () => {
  const account = await freshAccount(product);
  const { passkey } = await putPasskey(account);
  const other = await putPasskey(await freshAccount(product));
  clock += 11 * 60_000;
  await expect(askForPasskey(account)).rejects.toMatchObject({ code: "recent_sign_in_required" });
  const stolen = other.passkey.get(await askPasskeyForConfirmation(account));
  await expect(confirmPasskey(account, { answer: stolen })).rejects.toMatchObject({ code: "input_invalid" });
  const { secret } = await confirmPasskey(account, { answer: passkey.get(await askPasskeyForConfirmation(account)) });
  await askForPasskey(await admitAccount(product, secret));
  await expect(admitAccount(product, "x")).rejects.toThrow();
  clock = 0;
});
