// Whose a conversation is, on every route of one: whatever is added to the table is tested here.
import { describe, expect, test } from "vitest";
import { newId } from "@/core/id/id";
import { call, identityClaims, signJwt } from "../../tests/fresh-gateway";
import {
  another,
  away,
  gateway,
  HOME,
  home,
  inConversation,
  knock,
  named,
  SECOND,
  STRANGER,
  seen,
} from "../../tests/two-tenants";

describe.each(named(inConversation))("$name: another tenant's conversation is none at all", ({ row }) => {
  test("with no token, a session or an identity, and from either tenant's page", async () => {
    for (const token of [undefined, home.session, home.identity]) {
      const missing = await seen(await knock(row, { token, conversationId: newId("conversation") }));
      const theirs = await seen(await knock(row, { token, conversationId: away.conversationId }));
      expect(theirs).toBe(missing);
      expect(missing).toContain('"code":"conversation_not_found"');
    }
  });

  test("ids that are none are answered like missing ones", async () => {
    const missing = await seen(await knock(row, { token: home.session, conversationId: newId("conversation") }));
    for (const conversationId of ["c_1", "x", `c_${"0".repeat(23)}`, "c_%00", "'%20OR%201=1"])
      expect(await seen(await knock(row, { token: home.session, conversationId }))).toBe(missing);
  });

  test("a token of the other tenant opens nothing here, from any page", async () => {
    for (const origin of [HOME, STRANGER])
      for (const token of [away.session, away.identity]) {
        const problem = await (await knock(row, { origin, token })).json();
        expect(["origin_not_allowed", "origin_mismatch", "conversation_not_found"]).toContain(problem.code);
      }
  });
});

describe.each(named(inConversation))("$name: a conversation answers to whom it belongs", ({ row }) => {
  test("not to another user, not on another page, not once it is expired or erased", async () => {
    const other = signJwt({ ...identityClaims(home.tenantId), userId: "usr_other" }, home.jwtSecret);
    const owned = await another(home.identity);
    const missing = await seen(await knock(row, { token: home.session, conversationId: newId("conversation") }));
    for (const token of [other, home.session])
      expect(await seen(await knock(row, { token, conversationId: owned }))).toBe(missing);
    expect(await (await knock(row, { conversationId: owned })).json()).toMatchObject({
      code: "conversation_not_found",
    });
    expect(
      await (await knock(row, { origin: SECOND, token: home.identity, conversationId: owned })).json(),
    ).toMatchObject({ status: 403, code: "origin_mismatch" });
    await home.owner.database.transaction((tx) =>
      tx.conversation.update({ where: { id: owned }, data: { lastMessageAt: new Date(Date.now() - 25 * 3600_000) } }),
    );
    expect(await seen(await knock(row, { token: home.identity, conversationId: owned }))).toBe(missing);
    const erased = await another(home.identity);
    await call(gateway, "DELETE", `/conversations/${erased}`, { origin: HOME, token: home.identity });
    expect(await seen(await knock(row, { token: home.identity, conversationId: erased }))).toBe(missing);
  });
});
