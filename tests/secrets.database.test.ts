// No secret leaves: everything the product ever showed once is looked for in a dump of the whole database.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { signIn } from "@/core/account/sign-in";
import { signUp } from "@/core/account/sign-up";
import { verifyEmail } from "@/core/account/verify-email";
import { createApiKey } from "@/core/api-key/create-api-key";
import { inviteMember } from "@/core/invitation/invite-member";
import { rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { turnTwoStepOn } from "./fresh-team";
import { freshProduct, freshTenant } from "./fresh-tenant";

const product = freshProduct();

test("no secret, key, password or token stands in the database", async () => {
  const password = `password ${randomBytes(12).toString("hex")}`;
  const email = `${randomBytes(8).toString("hex")}@example.com`;
  const device = { userAgent: "test", address: randomBytes(6).toString("hex") };
  const { link, ticket } = await signUp(product, { email, password }, device);
  const token = new URL(link ?? "").searchParams.get("token") ?? "";
  const verified = await verifyEmail(product, { token, ticket }, device);
  const signedIn = await signIn(product, { email, password }, device);
  const tenant = await freshTenant(product);
  const rotated = await rotateSigningSecret(tenant.owner, { overlapDays: 7 });
  const invited = await inviteMember(tenant.owner, { email: `guest-${email}`, role: "viewer" });
  const guarded = await turnTwoStepOn(tenant.account);
  const { apiKey } = await createApiKey(tenant.owner, { name: "Test", scopes: ["origins"] });

  const dump = await dumpDatabase();
  expect(dump).toContain(email);
  expect(dump).toContain(tenant.siteKey);
  const secrets = {
    password,
    token,
    verified: verified.secret,
    signedIn: signedIn.secret,
    first: tenant.jwtSecret,
    rotated: rotated.jwtSecret,
    apiKey,
    invitation: (invited.link ?? "").split("/").at(-1) ?? "",
    seed: guarded?.seed ?? "",
    recovery: guarded?.recoveryCodes[0] ?? "",
  };
  for (const [name, secret] of Object.entries(secrets)) {
    expect(secret.length, name).toBeGreaterThan(18);
    expect(dump.includes(secret), `${name} in clear text`).toBe(false);
    expect(dump.includes(Buffer.from(secret).toString("base64").slice(2, -4)), `${name} in base64`).toBe(false);
    expect(dump.includes(Buffer.from(secret).toString("hex")), `${name} in hex`).toBe(false);
  }
});

async function dumpDatabase(): Promise<string> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    "SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const rows: string[] = [];
  for (const { name } of tables.rows) {
    rows.push(
      ...(await client.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t`)).rows.map(({ line }) => line),
    );
  }
  await client.end();
  return rows.join("\n");
}
