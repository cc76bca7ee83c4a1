// A tenant of its own for each test: nothing is shared, nothing is wiped.
import { randomBytes } from "node:crypto";
import { afterAll } from "vitest";
import { type Account, admitAccount } from "@/core/account/account";
import { startMemberSession } from "@/core/account/member-session";
import { newId } from "@/core/id/id";
import { admitMember, type Member } from "@/core/member/member";
import type { Product } from "@/core/product";
import { type CreatedTenant, createTenant } from "@/core/tenant/create-tenant";
import { parseEnvironment } from "@/env";
import { buildProduct } from "@/wiring";

const vaultKey = randomBytes(32).toString("base64");

/** A product on the run's database, closed after the file's tests. `now` moves its clock. */
export function freshProduct(now: () => number = Date.now): Product {
  const env = parseEnvironment({
    GATEHOUSE_SECRET: "a secret for tests that has 32 characters",
    GATEHOUSE_VAULT_KEY: vaultKey,
    LOG_LEVEL: "silent",
    ...process.env,
  });
  const product = buildProduct(env, now);
  afterAll(() => product.close());
  return product;
}

const PASSWORD = "a long password";
let passwordHash: Promise<string> | undefined;

/**
 * A signed-in account under an address nobody else has. Its password is "a long password"; hashed once a file and not
 * checked here: that takes long on purpose, and where it matters it is tested.
 */
export async function freshAccount(product: Product): Promise<Account> {
  passwordHash ??= product.passwords.hash(PASSWORD);
  const user = { id: newId("user"), email: `${randomBytes(8).toString("hex")}@example.com` };
  const data = { ...user, passwordHash: await passwordHash, emailVerifiedAt: new Date(product.now()) };
  const device = { userAgent: "test", address: randomBytes(8).toString("hex") };
  const { secret } = await product.database.directory(async (tx) => {
    await tx.user.create({ data });
    return startMemberSession(tx, product, user, device);
  });
  return admitAccount(product, secret);
}

export interface FreshTenant extends CreatedTenant {
  account: Account;
  owner: Member;
}

/** A tenant with its owner and these allowed origins. */
export async function freshTenant(product: Product, origins = ["https://www.example.com"]): Promise<FreshTenant> {
  const account = await freshAccount(product);
  const made = await createTenant(account, { name: "Example", origins });
  return { ...made, account, owner: await admitMember(account, made.tenantId) };
}
