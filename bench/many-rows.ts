// A tenant with years of use, and the account that owns it; the tables are made where there are none:
//   DATABASE_URL=postgres://… node scripts/run.mjs bench/many-rows.ts [--conversations 100000] [--messages 10] [--sources 10000] [--passages 3]
// As the server's superuser. `messages` are those of a conversation, `passages` those of a source. Prints who to sign in as.
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { createUser } from "@/core/account/create-user";
import { createTenantAsOperator } from "@/core/tenant/create-tenant";
import { environment } from "@/env";
import { migrate } from "@/store/migrate";
import { buildProduct } from "@/wiring";
import { putManyRows } from "../tests/many-rows";

const { values } = parseArgs({
  options: {
    conversations: { type: "string", default: "100000" },
    messages: { type: "string", default: "10" },
    sources: { type: "string", default: "10000" },
    passages: { type: "string", default: "3" },
  },
});
const amounts = {
  conversations: Number(values.conversations),
  messages: Number(values.messages),
  sources: Number(values.sources),
  passages: Number(values.passages),
};

const env = environment();
await migrate(env.databaseUrl, `${import.meta.dirname}/../prisma/migrations`);
const product = buildProduct(env);
const email = `many-${randomBytes(4).toString("hex")}@example.com`;
const password = randomBytes(12).toString("base64url");
const { userId } = await createUser(product, { email, password });
const { tenantId } = await createTenantAsOperator(product, { name: "Many rows" }, userId);
const began = performance.now();
await putManyRows(env.databaseUrl, tenantId, amounts);
const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
console.log(JSON.stringify({ tenantId, email, password, ...amounts, seconds }));
await product.close();
process.exit(0);
