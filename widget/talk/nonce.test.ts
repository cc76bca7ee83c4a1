import { createHash, webcrypto } from "node:crypto";
import { expect, test } from "vitest";
import { createNonce, hashPage } from "./nonce";

test("a nonce is a UUID v4 and no two are alike", () => {
  const nonces = Array.from({ length: 200 }, () => createNonce(webcrypto as Crypto));
  for (const nonce of nonces)
    expect(nonce).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(nonces).size).toBe(200);
});

test("the page's hash leaves out the fragment, and is left out where there is no subtle", async () => {
  const expected = createHash("sha256").update("https://a.example/p?q=1").digest("hex");
  expect(await hashPage("https://a.example/p?q=1#secret", webcrypto as Crypto)).toBe(expected);
  expect(await hashPage("https://a.example/", {} as Crypto)).toBeUndefined();
});
