// Anybody can enter anybody's address: whoever does must not get into the account that its owner confirms.
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { freshProduct } from "../../../tests/fresh-tenant";
import { admitAccount } from "./account";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";
import { verifyEmail } from "./verify-email";

const product = freshProduct();
const device = () => ({ userAgent: "Firefox", address: randomBytes(6).toString("hex") });
const mine = "the owner's own password";
const theirs = "the attacker's password";
const tokenOf = (link: string | null) => new URL(link ?? "").searchParams.get("token") ?? "";

/** The owner signs up, and somebody else with the same address: before or after. */
async function twoSignUps(order: "before" | "after") {
  const email = `${randomBytes(8).toString("hex")}@example.com`;
  const attack = () => signUp(product, { email, password: theirs }, device());
  const early = order === "before" ? await attack() : null;
  const own = await signUp(product, { email, password: mine }, device());
  const other = early ?? (await attack());
  return { email, own, other };
}

test.each(["before", "after"] as const)(
  "a sign-up %s one's own sets no password, whichever letter is opened",
  async (order) => {
    for (const letter of ["own", "other"] as const) {
      const made = await twoSignUps(order);
      const { email, own } = made;
      const { secret } = await verifyEmail(
        product,
        { token: tokenOf(made[letter].link), ticket: own.ticket },
        device(),
      );
      expect((await admitAccount(product, secret)).email).toBe(email);
      await signIn(product, { email, password: mine }, device());
      await expect(signIn(product, { email, password: theirs }, device())).rejects.toMatchObject({
        code: "token_invalid",
      });
      // The other letter is worth nothing any more: neither a sign-in nor a password.
      const rest = made[letter === "own" ? "other" : "own"];
      const late = verifyEmail(product, { token: tokenOf(rest.link), ticket: rest.ticket }, device());
      await expect(late).rejects.toMatchObject({ code: "not_found" });
    }
  },
);

test("in another browser a password is chosen; the link waits for it, and no sign-up's password is taken", async () => {
  const { email, own, other } = await twoSignUps("after");
  const token = tokenOf(other.link);
  for (const ticket of [undefined, "", "nothing of the kind"]) {
    const refused = verifyEmail(product, { token, ticket }, device());
    await expect(refused).rejects.toMatchObject({ code: "input_invalid", errors: [{ path: "password" }] });
  }
  await verifyEmail(product, { token, password: "chosen elsewhere" }, device());
  await signIn(product, { email, password: "chosen elsewhere" }, device());
  for (const password of [mine, theirs])
    await expect(signIn(product, { email, password }, device())).rejects.toMatchObject({ code: "token_invalid" });
  await expect(verifyEmail(product, { token: tokenOf(own.link), ticket: own.ticket }, device())).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a ticket of another address's sign-up is none", async () => {
  const [one, two] = [await twoSignUps("after"), await twoSignUps("after")];
  const crossed = verifyEmail(product, { token: tokenOf(one.own.link), ticket: two.own.ticket }, device());
  await expect(crossed).rejects.toMatchObject({ code: "input_invalid" });
});
