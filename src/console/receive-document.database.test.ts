import { expect, test } from "vitest";
import { getSource } from "@/core/source/get-source";
import { freshProduct, freshTenant } from "../../tests/fresh-tenant";
import type { ConsoleContext } from "./context";
import { receiveDocument } from "./receive-document";

const product = freshProduct();

function post(context: Partial<ConsoleContext>, tenantId: string, content: BlobPart, language?: string) {
  const form = new FormData();
  form.set("file", new Blob([content]), "hours.md");
  const device = { userAgent: "test", address: "test" };
  const whole = { product, account: null, device, sameOrigin: true, requestId: "test", ...context };
  const query = new URLSearchParams({ tenant: tenantId, ...(language !== undefined && { language }) });
  const url = `http://localhost:3000/api/documents?${query}`;
  return receiveDocument(whole, new Request(url, { method: "POST", body: form }));
}

test("a member's document is taken; what is wrong with it is said; nobody else's is", async () => {
  const { tenantId, account, owner } = await freshTenant(product);
  const taken = await post({ account }, tenantId, "We open at ten.");
  expect(taken.status).toBe(200);
  expect(await getSource(owner, await taken.json())).toMatchObject({ kind: "file", title: "hours.md" });

  const german = await post({ account }, tenantId, "Bremer Häuser", "de");
  expect(await getSource(owner, await german.json())).toMatchObject({ language: "de" });
  const nonsense = await post({ account }, tenantId, "We open at ten.", "English, mostly");
  expect(nonsense.status).toBe(400);
  expect(await nonsense.json()).toMatchObject({ message: expect.stringMatching(/language tag such as/) });

  const picture = await post(
    { account },
    tenantId,
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
  );
  expect(picture.status).toBe(400);
  expect(await picture.json()).toMatchObject({ code: "type_not_supported", message: expect.stringMatching(/PDF/) });

  const { account: stranger } = await freshTenant(product);
  expect((await post({}, tenantId, "x")).status).toBe(401);
  expect((await post({ account: stranger }, tenantId, "x")).status).toBe(404);
  expect((await post({ account, sameOrigin: false }, tenantId, "x")).status).toBe(403);
});
