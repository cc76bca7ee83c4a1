// What a tenant and its owner's account have besides keys and origins: a team, an invitation, open links.
import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { type Account, admitAccount } from "@/core/account/account";
import { addPasskey } from "@/core/account/add-passkey";
import { askForPasskey } from "@/core/account/ask-passkey";
import { beginTwoStep } from "@/core/account/begin-two-step";
import { makeEmailToken } from "@/core/account/email-token";
import { enableTwoStep } from "@/core/account/enable-two-step";
import { getSecurity } from "@/core/account/get-security";
import { newId } from "@/core/id/id";
import { makeInvitationToken } from "@/core/invitation/invitation";
import type { Role } from "@/core/member/member";
import { type FreshTenant, freshAccount } from "./fresh-tenant";
import { softwarePasskey } from "./software-passkey";

/** The code an authenticator app shows for a seed. */
export const codeOf = (seed: string, timestamp = Date.now()) =>
  TOTP.generate({ secret: Secret.fromBase32(seed), timestamp });

/** Somebody of the team, who never signs in. */
export async function putTeammate({ owner, tenantId }: FreshTenant, role: Role): Promise<string> {
  const userId = newId("user");
  const email = `${randomBytes(8).toString("hex")}@example.com`;
  await owner.product.database.directory((tx) => tx.user.create({ data: { id: userId, email, passwordHash: "none" } }));
  await owner.database.transaction((tx) => tx.membership.create({ data: { tenantId, userId, role } }));
  return userId;
}

/** Gives the tenant's first owner another role, past every rule. */
export function forceRole({ owner, tenantId, account: { userId } }: FreshTenant, role: Role) {
  const where = { tenantId_userId: { tenantId, userId } };
  return owner.database.transaction((tx) => tx.membership.update({ where, data: { role } }));
}

/** An account of a role in the tenant. */
export async function freshMember({ owner, tenantId }: FreshTenant, role: Role): Promise<Account> {
  const account = await freshAccount(owner.product);
  await owner.database.transaction((tx) => tx.membership.create({ data: { tenantId, userId: account.userId, role } }));
  return account;
}

export interface Team {
  teammateId: string;
  invitationId: string;
  invitationToken: string;
  resetToken: string;
  changeToken: string;
}

/** Another owner, an agent, an invitation for the owner's own address, and links to set a password and an address. */
export async function freshTeam(tenant: FreshTenant): Promise<Team> {
  const { account, owner, tenantId } = tenant;
  const { product, email } = account;
  await putTeammate(tenant, "owner");
  const teammateId = await putTeammate(tenant, "agent");
  const { token: invitationToken, kept } = await makeInvitationToken(product);
  const invitationId = newId("invitation");
  const invitation = { id: invitationId, tenantId, email, role: "viewer", invitedBy: owner.actor, ...kept };
  await owner.database.transaction((tx) => tx.invitation.create({ data: invitation }));
  const link = (purpose: "reset" | "change", to?: string) =>
    product.database.directory((tx) =>
      makeEmailToken(tx, product, account.userId, { purpose, lifetimeMs: 60_000, ...(to ? { email: to } : {}) }),
    );
  const resetToken = await link("reset");
  const changeToken = await link("change", `new-${email}`);
  return { teammateId, invitationId, invitationToken, resetToken, changeToken };
}

/** The code that turns two-step sign-in on; six digits of no worth where it is on. */
export async function firstCode(account: Account): Promise<string> {
  if ((await getSecurity(account)).twoStepSince) return "000000";
  return codeOf((await beginTwoStep(account)).seed, account.product.now());
}

/** Turns two-step sign-in on where it is off. The account goes on under a new session, which is answered. */
export async function turnTwoStepOn(account: Account) {
  if ((await getSecurity(account)).twoStepSince) return null;
  const { seed } = await beginTwoStep(account);
  const { recoveryCodes, secret } = await enableTwoStep(account, { code: codeOf(seed, account.product.now()) });
  return { seed, recoveryCodes, account: await admitAccount(account.product, secret) };
}

/** Gives the account a passkey. */
export async function putPasskey(account: Account) {
  const passkey = softwarePasskey(account.product.publicUrl);
  const answer = passkey.create(await askForPasskey(account));
  return { passkey, ...(await addPasskey(account, { name: "Laptop", answer })) };
}
