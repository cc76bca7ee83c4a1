import fc from "fast-check";
import { expect, test } from "vitest";
import { call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";

const product = freshProduct();
const gateways = [freshGateway(product), freshGateway(freshProduct())];

test("however requests come, a nonce in a conversation stands for one message", async () => {
  const { siteKey, owner } = await freshTenant(product);
  const request = fc.record({
    conversation: fc.nat(2),
    nonce: fc.nat(3),
    gateway: fc.nat(1),
    /** Whether the next one does not wait for this one. */
    together: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 14 }), async (requests) => {
      const headers = { "x-test-address": crypto.randomUUID() };
      const begin = async () => {
        const body = { siteKey, message: "Hello?" };
        return (await (await call(gateways[0] as never, "POST", "/conversations", { body, headers })).json())
          .conversationId as string;
      };
      const conversations = [await begin(), await begin(), await begin()];
      const answers: Promise<[string, string]>[] = [];
      for (const { conversation, nonce, gateway, together } of requests) {
        const id = conversations[conversation] ?? "";
        const ask = async (): Promise<[string, string]> => {
          const body = { message: `Question ${nonce}?`, nonce: `nonce ${nonce}` };
          const response = await call(gateways[gateway] as never, "POST", `/conversations/${id}`, { body, headers });
          expect(response.status).toBe(200);
          return [`${id} ${nonce}`, await response.text()];
        };
        const answer = ask();
        answers.push(answer);
        if (!together) await answer;
      }
      const byNonce = new Map<string, Set<string>>();
      for (const [key, text] of await Promise.all(answers)) byNonce.set(key, (byNonce.get(key) ?? new Set()).add(text));
      // One answer for each nonce, word for word, and one question stored for it.
      expect([...byNonce.values()].map(({ size }) => size)).toEqual([...byNonce.values()].map(() => 1));
      const stored = await owner.database.transaction((tx) =>
        tx.message.count({ where: { conversationId: { in: conversations }, role: "user" } }),
      );
      expect(stored).toBe(conversations.length + byNonce.size);
    }),
    { numRuns: 40 },
  );
});

test("however requests come, a nonce of a visitor begins one conversation", async () => {
  const { siteKey, tenantId, jwtSecret, owner } = await freshTenant(product);
  const request = fc.record({ nonce: fc.nat(2), who: fc.nat(3), gateway: fc.nat(1), together: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 14 }), fc.uuid(), async (requests, run) => {
      const headers = { "x-test-address": run };
      const opened = await call(gateways[0] as never, "POST", "/sessions", { headers, body: { siteKey } });
      const tokens = [
        undefined,
        (await opened.json()).token as string,
        ...["usr_1", "usr_2"].map((userId) => signJwt({ ...identityClaims(tenantId), userId }, jwtSecret)),
      ];
      const before = await owner.database.transaction((tx) => tx.conversation.count());
      const answers: Promise<[string, string]>[] = [];
      for (const { nonce, who, gateway, together } of requests) {
        const ask = async (): Promise<[string, string]> => {
          const token = tokens[who];
          const body = { siteKey, message: `Question ${nonce}?`, nonce: `${run} ${nonce}` };
          const given = { headers, body, ...(token ? { token } : {}) };
          const response = await call(gateways[gateway] as never, "POST", "/conversations", given);
          expect(response.status).toBe(201);
          return [`${who} ${nonce}`, await response.text()];
        };
        const answer = ask();
        answers.push(answer);
        if (!together) await answer;
      }
      const byNonce = new Map<string, Set<string>>();
      for (const [key, text] of await Promise.all(answers)) byNonce.set(key, (byNonce.get(key) ?? new Set()).add(text));
      expect([...byNonce.values()].map(({ size }) => size)).toEqual([...byNonce.values()].map(() => 1));
      const after = await owner.database.transaction((tx) => tx.conversation.count());
      expect(after - before).toBe(byNonce.size);
    }),
    { numRuns: 25 },
  );
});
