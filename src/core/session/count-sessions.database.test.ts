import { expect, test } from "vitest";
import { revokeUser } from "@/core/visitor/revoke-user";
import { call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { countSessions } from "./count-sessions";
import { revokeAllSessions } from "./revoke-all-sessions";

const product = freshProduct();
const gateway = freshGateway(product);

test("sessions that ended are not counted: with their user, or with all others", async () => {
  const { owner, tenantId, siteKey, jwtSecret } = await freshTenant(product);
  const begin = async (userId?: string) => {
    const token = userId && signJwt({ ...identityClaims(tenantId), userId }, jwtSecret);
    const answer = await call(gateway, "POST", "/sessions", { body: { siteKey }, ...(token && { token }) });
    expect(answer.status).toBe(201);
  };
  await begin();
  for (const user of ["one", "one", "two"]) await begin(user);
  expect(await countSessions(owner)).toEqual({ identified: 3, all: 4 });
  await revokeUser(owner, { userId: "one" });
  expect(await countSessions(owner)).toEqual({ identified: 1, all: 2 });
  await revokeAllSessions(owner);
  expect(await countSessions(owner)).toEqual({ identified: 0, all: 0 });
});
