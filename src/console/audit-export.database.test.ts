import { expect, test } from "vitest";
import { newId } from "@/core/id/id";
import { roles } from "@/core/member/member";
import { freshMember } from "../../tests/fresh-team";
import { freshProduct, freshTenant } from "../../tests/fresh-tenant";
import { answerAuditExport } from "./audit-export";
import type { ConsoleContext } from "./context";

const product = freshProduct();
const device = { userAgent: "test", address: "test" };

const ask = (account: ConsoleContext["account"], tenantId: string, query = "format=csv") =>
  answerAuditExport(
    { product, account, device, sameOrigin: false, requestId: "test" },
    tenantId,
    new URLSearchParams(query),
  );

test("an admin saves it; for lesser roles, strangers and a tenant that is not there it is the same 404", async () => {
  const tenant = await freshTenant(product);
  const stranger = await freshTenant(product);
  const missing = await ask(stranger.account, newId("tenant"));
  expect(missing.status).toBe(404);
  const nothing = await missing.text();
  for (const role of roles) {
    const answer = await ask(await freshMember(tenant, role), tenant.tenantId);
    const text = await answer.text();
    if (role === "owner" || role === "admin") {
      expect([role, answer.status, answer.headers.get("cache-control")]).toEqual([role, 200, "no-store"]);
      expect(answer.headers.get("content-disposition")).toContain(`audit-${tenant.tenantId}`);
      expect(text).toContain("tenant.created");
    } else expect([role, answer.status, text]).toEqual([role, 404, nothing]);
  }
  const theirs = await ask(stranger.account, tenant.tenantId);
  expect([theirs.status, await theirs.text()]).toEqual([404, nothing]);
  expect((await ask(null, tenant.tenantId)).status).toBe(401);
  expect((await ask(tenant.account, tenant.tenantId, "format=exe")).status).toBe(400);
  expect(JSON.parse(await (await ask(tenant.account, tenant.tenantId, "format=json")).text())).toBeInstanceOf(Array);
});
