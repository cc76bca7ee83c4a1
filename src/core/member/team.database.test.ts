import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { admitAccount } from "@/core/account/account";
import { deleteAccount } from "@/core/account/delete-account";
import { acceptInvitation } from "@/core/invitation/accept-invitation";
import { inviteMember } from "@/core/invitation/invite-member";
import { joinByInvitation } from "@/core/invitation/join-by-invitation";
import { listInvitations } from "@/core/invitation/list-invitations";
import { readInvitation } from "@/core/invitation/read-invitation";
import { resendInvitation } from "@/core/invitation/resend-invitation";
import { revokeInvitation } from "@/core/invitation/revoke-invitation";
import { deleteTenant } from "@/core/tenant/delete-tenant";
import { listTenants } from "@/core/tenant/list-tenants";
import { freshMember } from "../../../tests/fresh-team";
import { freshAccount, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { changeRole } from "./change-role";
import { leaveTenant } from "./leave-tenant";
import { listMembers } from "./list-members";
import { admitMember } from "./member";
import { removeMember } from "./remove-member";
import { transferOwnership } from "./transfer-ownership";

let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const device = () => ({ userAgent: "test", address: randomBytes(6).toString("hex") });
const address = () => `${randomBytes(8).toString("hex")}@example.com`;
const tokenOf = ({ link }: { link: string | null }) => (link ?? "").split("/").at(-1) ?? "";
const gone = { code: "not_found" };

test("an invitation is taken once, by its address only, with the role it says", async () => {
  const { owner, tenantId } = await freshTenant(product);
  const [guest, thief] = [await freshAccount(product), await freshAccount(product)];
  const invited = await inviteMember(owner, { email: guest.email, role: "agent" });
  const token = tokenOf(invited);
  expect(await readInvitation(product, { token })).toMatchObject({
    tenant: "Example",
    role: "agent",
    hasAccount: true,
  });
  await expect(acceptInvitation(thief, { token })).rejects.toMatchObject({ code: "scope_refused" });
  expect(await acceptInvitation(guest, { token })).toEqual({ tenantId });
  await expect(acceptInvitation(guest, { token })).rejects.toMatchObject(gone);
  expect((await admitMember(guest, tenantId)).role).toBe("agent");
  await expect(inviteMember(owner, { email: guest.email, role: "viewer" })).rejects.toMatchObject({
    errors: [{ path: "email" }],
  });
});

test("who has no account makes it through the link; who has one cannot be overwritten by it", async () => {
  const { owner, tenantId } = await freshTenant(product);
  const email = address();
  const token = tokenOf(await inviteMember(owner, { email, role: "viewer" }));
  const joined = await joinByInvitation(product, { token, password: "a long password" }, device());
  expect(await listTenants(await admitAccount(product, joined.secret))).toMatchObject([
    { id: tenantId, role: "viewer" },
  ]);
  const known = await freshAccount(product);
  const second = tokenOf(await inviteMember(owner, { email: known.email, role: "viewer" }));
  const taken = joinByInvitation(product, { token: second, password: "another password" }, device());
  await expect(taken).rejects.toMatchObject({ code: "conflict" });
});

test("a link is worth nothing after seven days, after it was sent again, and after it was taken back", async () => {
  const { owner } = await freshTenant(product);
  const email = address();
  const sent = await inviteMember(owner, { email, role: "viewer" });
  const again = await resendInvitation(owner, { id: sent.id });
  await expect(readInvitation(product, { token: tokenOf(sent) })).rejects.toMatchObject(gone);
  clock += 7 * 24 * 3600_000 + 1;
  await expect(readInvitation(product, { token: tokenOf(again) })).rejects.toMatchObject(gone);
  expect(await listInvitations(owner)).toMatchObject([{ id: sent.id, expired: true }]);
  const fresh = await resendInvitation(owner, { id: sent.id });
  await readInvitation(product, { token: tokenOf(fresh) });
  await revokeInvitation(owner, { id: sent.id });
  await expect(readInvitation(product, { token: tokenOf(fresh) })).rejects.toMatchObject(gone);
  clock = 0;
});

test("an admin makes no owner and touches none", async () => {
  const tenant = await freshTenant(product);
  const admin = await admitMember(await freshMember(tenant, "admin"), tenant.tenantId);
  const agent = await freshMember(tenant, "agent");
  const userId = tenant.owner.actor;
  const refused = { code: "scope_refused" };
  await expect(inviteMember(admin, { email: address(), role: "owner" })).rejects.toMatchObject(refused);
  await expect(changeRole(admin, { userId: agent.userId, role: "owner" })).rejects.toMatchObject(refused);
  await expect(changeRole(admin, { userId, role: "viewer" })).rejects.toMatchObject(refused);
  await expect(removeMember(admin, { userId })).rejects.toMatchObject(refused);
  const forOwner = await inviteMember(tenant.owner, { email: address(), role: "owner" });
  await expect(resendInvitation(admin, { id: forOwner.id })).rejects.toMatchObject(refused);
  await changeRole(admin, { userId: agent.userId, role: "admin" });
});

test("a removed member's next request finds no tenant", async () => {
  const tenant = await freshTenant(product);
  const agent = await freshMember(tenant, "agent");
  await admitMember(agent, tenant.tenantId);
  const admin = await freshMember(tenant, "admin");
  const sent = await inviteMember(await admitMember(admin, tenant.tenantId), { email: address(), role: "admin" });
  await removeMember(tenant.owner, { userId: admin.userId });
  await expect(readInvitation(product, { token: tokenOf(sent) })).rejects.toMatchObject(gone);
  await removeMember(tenant.owner, { userId: agent.userId });
  await expect(admitMember(agent, tenant.tenantId)).rejects.toMatchObject(gone);
  const audit = await tenant.owner.database.transaction((tx) =>
    tx.auditEntry.findMany({ where: { subject: agent.userId } }),
  );
  expect(audit.map(({ action }) => action)).toEqual(["member.removed"]);
});

test("there is always an owner, also when two leave at once", async () => {
  const tenant = await freshTenant(product);
  const { owner, tenantId } = tenant;
  await expect(leaveTenant(owner)).rejects.toMatchObject({ code: "conflict" });
  await expect(changeRole(owner, { userId: owner.actor, role: "admin" })).rejects.toMatchObject({ code: "conflict" });
  const second = await admitMember(await freshMember(tenant, "owner"), tenantId);
  const left = await Promise.allSettled([leaveTenant(owner), leaveTenant(second)]);
  expect(left.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("handing over makes the other the owner and oneself an admin", async () => {
  const tenant = await freshTenant(product);
  const agent = await freshMember(tenant, "agent");
  await transferOwnership(tenant.owner, { userId: agent.userId });
  const members = await listMembers(await admitMember(agent, tenant.tenantId));
  expect(members.map(({ role, you }) => [role, you])).toEqual([
    ["admin", false],
    ["owner", true],
  ]);
});

test("after ten minutes the team is changed only by who shows the password again", async () => {
  const tenant = await freshTenant(product);
  const agent = await freshMember(tenant, "agent");
  const late = { ...tenant.owner, signedInAt: product.now() - 10 * 60_000 - 1 };
  const recent = { code: "recent_sign_in_required" };
  await expect(inviteMember(late, { email: address(), role: "viewer" })).rejects.toMatchObject(recent);
  await expect(changeRole(late, { userId: agent.userId, role: "admin" })).rejects.toMatchObject(recent);
  await expect(removeMember(late, { userId: agent.userId })).rejects.toMatchObject(recent);
  await expect(transferOwnership(late, { userId: agent.userId })).rejects.toMatchObject(recent);
  await expect(deleteTenant(late, { name: "Example" })).rejects.toMatchObject(recent);
});

test("an account goes when nobody is left without an owner", async () => {
  const tenant = await freshTenant(product);
  const password = "a long password";
  await expect(deleteAccount(tenant.account, { password })).rejects.toMatchObject({
    code: "conflict",
    detail: expect.stringContaining("“Example”"),
  });
  const heir = await freshMember(tenant, "agent");
  await transferOwnership(tenant.owner, { userId: heir.userId });
  await expect(deleteAccount(tenant.account, { password: "wrong password" })).rejects.toMatchObject({
    errors: [{ path: "password" }],
  });
  await deleteAccount(tenant.account, { password });
  expect(await listMembers(await admitMember(heir, tenant.tenantId))).toHaveLength(1);
  const left = await product.database.directory((tx) => tx.user.count({ where: { id: tenant.account.userId } }));
  expect(left).toBe(0);
});

test("a deleted tenant leaves nothing but the record; another one is untouched", async () => {
  const [tenant, other] = [await freshTenant(product), await freshTenant(product)];
  await expect(deleteTenant(tenant.owner, { name: "example" })).rejects.toMatchObject({ errors: [{ path: "name" }] });
  await deleteTenant(tenant.owner, { name: "Example" });
  await expect(admitMember(tenant.account, tenant.tenantId)).rejects.toMatchObject(gone);
  const counted = await tenant.owner.database.transaction(async (tx) => [
    await tx.siteKey.count(),
    await tx.signingSecret.count(),
    await tx.membership.count(),
    await tx.tenant.count(),
    await tx.auditEntry.count(),
  ]);
  expect(counted).toEqual([0, 0, 0, 0, 2]);
  expect(await listMembers(await admitMember(other.account, other.tenantId))).toHaveLength(1);
});
