import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { admitOperator, type Member } from "@/core/member/member";
import type { Product } from "@/core/product";
import { addPageSource } from "@/core/source/add-page-source";
import { getSource } from "@/core/source/get-source";
import { createTenantAsOperator } from "@/core/tenant/create-tenant";
import { parseEnvironment } from "@/env";
import { migrate } from "@/store/migrate";
import { buildProduct } from "@/wiring";
import { freshDatabase } from "../../tests/fresh-database";
import { startWorker } from "./work";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let product: Product;
let member: Member;
let site: Server;
let address: string;
let busy = 1;

// A database of its own: a worker takes every job there is.
beforeAll(async () => {
  site = createServer((request, response) => {
    if (request.url === "/busy" && busy-- > 0) return response.writeHead(503).end();
    if (request.url === "/gone") return response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html" }).end("<title>Hours</title><p>We open at ten.</p>");
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  address = `http://${host}`;
  database = await freshDatabase();
  await migrate(database.url, `${import.meta.dirname}/../../prisma/migrations`);
  const given = { DATABASE_URL: database.url, GATEHOUSE_FETCH_ALLOW: host, LOG_LEVEL: "silent" };
  product = buildProduct(parseEnvironment({ ...process.env, ...given }));
  const { tenantId } = await createTenantAsOperator(product, { name: "Example" }, null);
  member = await admitOperator(product, tenantId);
  await startWorker(product);
});
afterAll(async () => {
  await product?.close();
  await database?.close();
  site?.close();
});

test("a page is read by the worker; one that is gone does not hold up the others; a busy one is tried again", async () => {
  const gone = await addPageSource(member, { url: `${address}/gone` });
  const later = await addPageSource(member, { url: `${address}/busy` });
  const hours = await addPageSource(member, { url: `${address}/hours` });
  const status = async ({ id }: { id: string }) => (await getSource(member, { id })).status;
  await expect.poll(() => status(hours), { timeout: 10_000 }).toBe("ready");
  await expect.poll(() => status(gone), { timeout: 10_000 }).toBe("failed");
  await expect.poll(() => status(later), { timeout: 20_000, interval: 200 }).toBe("ready");
  expect((await getSource(member, later)).failure).toBe(null);
}, 45_000);
