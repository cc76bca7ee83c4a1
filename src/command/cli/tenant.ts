import { Email } from "@/core/account/account";
import { createUser } from "@/core/account/create-user";
import { createApiKey, scopes } from "@/core/api-key/create-api-key";
import { randomSecret } from "@/core/id/id";
import { admitOperator } from "@/core/member/member";
import type { Product } from "@/core/product";
import { createTenantAsOperator } from "@/core/tenant/create-tenant";
import type { Command } from "./command";

export const tenantCommands: Command[] = [
  {
    name: "tenant create",
    help: "make a tenant with its keys; the secrets are printed this once",
    options: {
      name: { value: "NAME", help: "what the console calls it", required: true },
      origin: { value: "ORIGIN", help: "an allowed origin; may be given several times", many: true },
      owner: { value: "EMAIL", help: "its owner; an account is made when there is none", required: true },
    },
    async run(product, args) {
      const ownerId = await ownerOf(product, Email.parse(args.one("owner")));
      const made = await createTenantAsOperator(
        product,
        { name: args.one("name"), origins: args.many("origin") },
        ownerId,
      );
      const member = await admitOperator(product, made.tenantId);
      const { apiKey } = await createApiKey(member, { name: "Command line", scopes: [...scopes] });
      return { tenantId: made.tenantId, siteKey: made.siteKey, jwtSecret: made.jwtSecret, apiKey };
    },
  },
];

async function ownerOf(product: Product, email: string): Promise<string> {
  const known = await product.database.directory((tx) =>
    tx.user.findUnique({ where: { email }, select: { id: true } }),
  );
  if (known) return known.id;
  const password = randomSecret(15);
  const { userId } = await createUser(product, { email, password });
  // Beside the answer, so that the answer stays what a script expects.
  console.error(`Made an account for ${email} with the password ${password}`);
  return userId;
}
