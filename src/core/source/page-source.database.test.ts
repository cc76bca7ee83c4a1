import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { admitOperator } from "@/core/member/member";
import type { Product } from "@/core/product";
import { openPageReader } from "@/provider/page-reader";
import { openHostTurns } from "@/store/host-turns";
import { searchPassages } from "@/store/search-passages";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { addPageSource } from "./add-page-source";
import { getSource } from "./get-source";
import { readSource } from "./read-source";
import { removeSource } from "./remove-source";
import { replacePassages } from "./source";

let site: Server;
let address: string;
let body = "<h1>Opening hours</h1><p>We open at ten.</p>";
const plain = freshProduct();
const turns = openHostTurns(plain.database);
let product: Product;

beforeAll(async () => {
  site = createServer((request, response) => {
    if (request.url === "/busy") return response.writeHead(503).end();
    if (request.url === "/gone") return response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html" }).end(`<title>Hours</title>${body}`);
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const { port } = site.address() as AddressInfo;
  address = `http://127.0.0.1:${port}`;
  const polite = { allow: [`127.0.0.1:${port}`], pauseMilliseconds: 0, turns };
  product = { ...plain, pages: openPageReader(polite, plain.documents) };
});
afterAll(() => site.close());

test("a page is read, searchable, and read again when it changed", async () => {
  const { tenantId } = await freshTenant(plain);
  const member = await admitOperator(product, tenantId);
  const { id } = await addPageSource(member, { url: `${address}/hours#top` });
  expect(await getSource(member, { id })).toMatchObject({ status: "waiting", url: `${address}/hours` });
  await expect(addPageSource(member, { url: `${address}/hours` })).rejects.toMatchObject({ code: "conflict" });
  await readSource(member, { sourceId: id });
  expect(await getSource(member, { id })).toMatchObject({
    status: "ready",
    title: "Hours",
    passages: [{ text: "We open at ten." }],
  });
  body = "<h1>Opening hours</h1><p>We open at eleven.</p>";
  await readSource(member, { sourceId: id });
  const [hit] = await member.database.sql((sql) => searchPassages(sql, { question: "When do you open?" }, 5));
  expect(hit).toMatchObject({ text: "We open at eleven.", url: `${address}/hours` });
});

test("a page that cannot be read says why on its source; a removed one is nothing to do", async () => {
  const { tenantId } = await freshTenant(plain);
  const member = await admitOperator(product, tenantId);
  const { id } = await addPageSource(member, { url: `${address}/gone` });
  await readSource(member, { sourceId: id });
  expect(await getSource(member, { id })).toMatchObject({
    status: "failed",
    failure: "The page answers 404.",
    passages: [],
  });
  const inside = await addPageSource(member, { url: "http://169.254.169.254/latest" });
  await readSource(member, { sourceId: inside.id });
  expect((await getSource(member, inside)).failure).toMatch(/not on the public internet/);
  await removeSource(member, { id });
  await readSource(member, { sourceId: id });
});

test("trouble that may pass is written down and worth another try; what was read before stays", async () => {
  const { tenantId } = await freshTenant(plain);
  const member = await admitOperator(product, tenantId);
  const { id } = await addPageSource(member, { url: `${address}/busy` });
  expect(await readSource(member, { sourceId: id })).toBe("again");
  expect(await getSource(member, { id })).toMatchObject({ status: "failed", failure: "The page answers 503." });
  const hours = await addPageSource(member, { url: `${address}/hours` });
  expect(await readSource(member, { sourceId: hours.id })).toBe("done");
  const away = {
    ...product,
    pages: openPageReader(
      { allow: [new URL(address).host], timeoutMilliseconds: 1, pauseMilliseconds: 0, turns },
      plain.documents,
    ),
  };
  expect(await readSource(await admitOperator(away, tenantId), { sourceId: hours.id })).toBe("again");
  expect(await getSource(member, hours)).toMatchObject({ status: "failed", passages: [{}] });
});

test("a source that is removed while its passages are being written leaves none behind", async () => {
  const { owner, tenantId } = await freshTenant(plain);
  const { id } = await addPageSource(owner, { url: `${address}/hours` });
  let removing: Promise<void> | undefined;
  await owner.database.transaction(async (tx) => {
    await tx.source.update({ where: { id }, data: { status: "ready" } });
    removing = removeSource(owner, { id });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await replacePassages(tx, tenantId, { id, title: "Hours", url: null, text: "We open at ten." });
  });
  await removing;
  const left = await owner.database.sql((sql) =>
    sql.query("SELECT (SELECT count(*)::int FROM passage) AS passages, (SELECT count(*)::int FROM term) AS terms"),
  );
  expect(left.rows).toEqual([{ passages: 0, terms: 0 }]);
});

test("an address that is none is refused beside its field, whoever calls", async () => {
  const { owner } = await freshTenant(plain);
  await expect(addPageSource(owner, { url: "file:///etc/passwd" })).rejects.toThrow(/https:\/\/www.example.com/);
});
