// Makes the demo: an account, a tenant for the made-up shop at /demo, and the shop's help pages as its knowledge.
// Runs at every start of a local installation and changes only what is missing or has moved with the port.
import { createUser } from "@/core/account/create-user";
import { admitOperator, type Member } from "@/core/member/member";
import { addOrigin } from "@/core/origin/add-origin";
import { listOrigins } from "@/core/origin/list-origins";
import type { Product } from "@/core/product";
import { addTextSource } from "@/core/source/add-text-source";
import { listSources } from "@/core/source/list-sources";
import { removeSource } from "@/core/source/remove-source";
import { createTenantAsOperator } from "@/core/tenant/create-tenant";
import { DEMO_EMAIL, findDemoTenantId } from "@/core/tenant/find-demo";
import { environment } from "@/env";
import { buildProduct } from "@/wiring";
import { shop } from "../../prisma/demo/shop";

/** The shop stands on `origin`; the console's landing page shows the same widget on its own. */
async function seed(product: Product, password: string, origin: string): Promise<void> {
  const known = await product.database.directory((tx) => tx.user.findUnique({ where: { email: DEMO_EMAIL } }));
  const userId = known?.id ?? (await createUser(product, { email: DEMO_EMAIL, password })).userId;
  const tenantId =
    (await findDemoTenantId(product)) ?? (await createTenantAsOperator(product, { name: shop.name }, userId)).tenantId;
  const member = await admitOperator(product, tenantId);
  const listed = new Set((await listOrigins(member)).map(({ pattern }) => pattern));
  for (const pattern of [origin, product.publicUrl]) if (!listed.has(pattern)) await addOrigin(member, { pattern });
  await seedPages(member, origin);
}

async function seedPages(member: Member, origin: string): Promise<void> {
  const present = await listSources(member, { search: "/demo/help/", limit: 500 });
  for (const page of shop.pages) {
    const url = `${origin}/demo/help/${page.slug}`;
    const old = present.filter((source) => source.url?.endsWith(`/demo/help/${page.slug}`));
    if (old.some((source) => source.url === url)) continue;
    for (const { id } of old) await removeSource(member, { id });
    await addTextSource(member, { title: page.title, text: page.markdown, url });
  }
}

const env = environment();
if (env.local && env.demoPassword) {
  const product = buildProduct({ ...env, logLevel: "warn" });
  await seed(product, env.demoPassword, `http://127.0.0.1:${env.port}`);
  await product.close();
  process.stdout.write(`${JSON.stringify({ email: DEMO_EMAIL, password: env.demoPassword })}\n`);
}
