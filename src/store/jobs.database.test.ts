import { randomBytes } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { openOwnDatabase } from "../../tests/own-database";
import { openJobs } from "./jobs";

// Work that other files send would stand before this file's.
await openOwnDatabase();
const url = process.env.DATABASE_URL ?? "";
const [sender, worker] = [openJobs(url), openJobs(url)];
afterAll(() => Promise.all([sender.close(), worker.close()]));

test("a job sent by one process is done by another, and again when it failed", async () => {
  const tenantId = `ten_${randomBytes(11).toString("hex")}`;
  await sender.send("read-source", { tenantId, sourceId: "src_once" });
  await sender.send("read-source", { tenantId, sourceId: "src_twice" });
  const done: string[] = [];
  let failures = 1;
  await worker.work("read-source", async ({ sourceId }) => {
    if (sourceId === "src_twice" && failures-- > 0) throw new Error("the network was away");
    done.push(sourceId);
  });
  await expect.poll(() => [...done].sort(), { timeout: 25_000, interval: 200 }).toEqual(["src_once", "src_twice"]);
});
