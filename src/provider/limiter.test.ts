import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, Socket } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import type { LimitRule } from "@/core/limit/limit";
import { startUpstashStandIn } from "../../tests/upstash-stand-in";
import { openLimiter } from "./limiter";
import { createProcessLimiter } from "./limiter-process";
import { connectRedisLimiter } from "./limiter-redis";
import { connectUpstashLimiter } from "./limiter-upstash";

const redisUrl = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";
const redisAnswers = await new Promise<boolean>((resolve) => {
  const { hostname, port } = new URL(redisUrl);
  const socket = new Socket().once("error", () => resolve(false)).once("connect", () => resolve(true));
  socket.connect(Number(port || 6379), hostname).once("connect", () => socket.destroy());
});

const upstash = redisAnswers
  ? await startUpstashStandIn(redisUrl)
  : { url: "http://127.0.0.1:1", token: "", close() {} };
const opened: { close(): void }[] = [];
afterAll(async () => {
  for (const each of opened) each.close();
  await upstash.close();
});
const keep = <T extends { close(): void }>(limiter: T): T => {
  opened.push(limiter);
  return limiter;
};

const here = createProcessLimiter(Date.now);
const kinds = [
  { name: "in this process", open: () => here, skip: false },
  { name: "in Redis", open: () => keep(connectRedisLimiter(redisUrl)), skip: !redisAnswers },
  { name: "over Upstash's REST", open: () => keep(connectUpstashLimiter(upstash)), skip: !redisAnswers },
];
const limiters = kinds.map((kind) => ({ ...kind, limiter: kind.open() }));

/** Waits for the start of a window, so that no test runs across the edge of one. */
const windowStart = (seconds: number) =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000 - (Date.now() % (seconds * 1000)) + 5));

describe.each(limiters)("limits $name", ({ limiter, open, skip }) => {
  const fresh = (limit: number, windowSeconds: number): LimitRule => ({ name: randomUUID(), limit, windowSeconds });

  test.skipIf(skip)("allow exactly the limit, however many come at once", async () => {
    const rule = fresh(10, 60);
    const verdicts = await Promise.all(Array.from({ length: 25 }, () => limiter.take(rule, "a")));
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(10);
    expect(verdicts.filter(({ allowed }) => !allowed).every(({ remaining }) => remaining === 0)).toBe(true);
    expect(verdicts.every(({ resetSeconds }) => resetSeconds >= 1 && resetSeconds <= 60)).toBe(true);
  });

  test.skipIf(skip)("are exact to the last one over 32 connections at once", async () => {
    const rule = fresh(100, 86_400);
    const many = Array.from({ length: 32 }, open);
    const taken = await Promise.all(
      many.flatMap((each) => Array.from({ length: 10 }, async () => (await each.take(rule, "a")).allowed)),
    );
    expect(taken.filter(Boolean)).toHaveLength(100);
  });

  test.skipIf(skip)("count each subject and each rule for itself, and say what remains", async () => {
    const rule = fresh(2, 60);
    expect(await limiter.take(rule, "a")).toMatchObject({ allowed: true, remaining: 1, rule });
    expect(await limiter.take(rule, "a")).toMatchObject({ allowed: true, remaining: 0 });
    expect(await limiter.take(rule, "a")).toMatchObject({ allowed: false, remaining: 0 });
    expect(await limiter.take(rule, "b")).toMatchObject({ allowed: true, remaining: 1 });
    expect(await limiter.take(fresh(2, 60), "a")).toMatchObject({ allowed: true, remaining: 1 });
  });

  test.skipIf(skip)("slide: the window before still weighs, two windows later nothing does", async () => {
    const rule = fresh(10, 1);
    await windowStart(1);
    for (let i = 0; i < 10; i++) await limiter.take(rule, "a");
    expect((await limiter.take(rule, "a")).allowed).toBe(false);
    await windowStart(1);
    const soon = [];
    for (let i = 0; i < 10; i++) soon.push((await limiter.take(rule, "a")).allowed);
    const passed = soon.filter(Boolean).length;
    expect(passed).toBeLessThan(6);
    await windowStart(1);
    await windowStart(1);
    expect(await limiter.take(rule, "a")).toMatchObject({ allowed: true, remaining: 9 });
  });
});

describe.each([
  { name: "Redis", options: { redisUrl: "redis://127.0.0.1:1" } },
  { name: "Upstash", options: { upstash: { url: "http://127.0.0.1:1", token: "x" } } },
])("while $name does not answer", ({ options }) => {
  const rule = { name: randomUUID(), limit: 2, windowSeconds: 60 };

  test("the process counts for itself, when limits fail open", async () => {
    const limiter = openLimiter({ ...options, now: Date.now });
    const verdicts = [];
    for (let i = 0; i < 3; i++) verdicts.push((await limiter.take(rule, "a")).allowed);
    expect(verdicts).toEqual([true, true, false]);
    await limiter.close();
  });

  test("nothing passes, when they fail closed", async () => {
    const limiter = openLimiter({ ...options, whenDown: "closed", now: Date.now });
    for (let i = 0; i < 3; i++)
      await expect(limiter.take(rule, "a")).rejects.toMatchObject({ code: "answer_unavailable", retryAfterSeconds: 1 });
    await limiter.close();
  });
});

test("counters that never answer are not waited for by everybody", async () => {
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  const limiter = openLimiter({ upstash: { url: `http://127.0.0.1:${port}`, token: "x" }, now: Date.now });
  const rule = { name: randomUUID(), limit: 100, windowSeconds: 60 };
  const began = performance.now();
  await limiter.take(rule, "a");
  const waited = performance.now() - began;
  for (let i = 0; i < 20; i++) await limiter.take(rule, "a");
  expect(waited).toBeLessThan(1000);
  expect(performance.now() - began - waited).toBeLessThan(100);
  silent.closeAllConnections();
  silent.close();
});

test.skipIf(!redisAnswers)("counters that come back are used again", async () => {
  const standIn = await startUpstashStandIn(redisUrl);
  const wrong = openLimiter({ upstash: { url: standIn.url, token: "wrong" }, now: Date.now });
  const right = openLimiter({ upstash: standIn, now: Date.now });
  const rule = { name: randomUUID(), limit: 1, windowSeconds: 86_400 };
  // Refused by Upstash: counted here.
  expect((await wrong.take(rule, "a")).allowed).toBe(true);
  expect((await right.take(rule, "a")).allowed).toBe(true);
  expect((await right.take(rule, "a")).allowed).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = standIn.answered();
  await wrong.take(rule, "b");
  expect(standIn.answered()).toBe(before + 1);
  await standIn.close();
});

test("a scale multiplies every limit", async () => {
  const limiter = openLimiter({ redisUrl: undefined, now: Date.now, scale: 3 });
  const verdict = await limiter.take({ name: "r", limit: 2, windowSeconds: 60 }, "a");
  expect(verdict).toMatchObject({ rule: { limit: 6 }, remaining: 5 });
});

test("a tenant's own limit is never more than the installation's, and is not scaled", async () => {
  const limiter = openLimiter({ redisUrl: undefined, now: Date.now, scale: 3 });
  const limitOf = async (own: number) =>
    (await limiter.take({ name: "r", limit: 2, windowSeconds: 60, own }, "a")).rule.limit;
  expect([await limitOf(5), await limitOf(7)]).toEqual([5, 6]);
});

test.skipIf(!redisAnswers)(
  "what was counted in Redis is still counted after the process was started anew",
  async () => {
    const rule = { name: randomUUID(), limit: 5, windowSeconds: 86_400 };
    const before = connectRedisLimiter(redisUrl);
    for (let i = 0; i < 4; i++) expect((await before.take(rule, "a")).allowed).toBe(true);
    before.close();
    const after = keep(connectRedisLimiter(redisUrl));
    expect((await after.take(rule, "a")).allowed).toBe(true);
    expect((await after.take(rule, "a")).allowed).toBe(false);
  },
);

test("where memory ends, whoever was counted a moment ago is remembered", async () => {
  let time = 0;
  const limiter = createProcessLimiter(() => time);
  const rule = { name: "x", limit: 3, windowSeconds: 60 };
  for (let i = 0; i < 2; i++) await limiter.take(rule, "first");
  for (let i = 0; i < 25_000; i++) await limiter.take(rule, `a${i}`);
  time = 60_000;
  for (let i = 0; i < 2; i++) await limiter.take(rule, "first");
  for (let i = 0; i < 25_100; i++) await limiter.take(rule, `b${i}`);
  time = 119_000;
  for (let i = 0; i < 2; i++) expect((await limiter.take(rule, "first")).allowed).toBe(true);
  expect((await limiter.take(rule, "first")).allowed).toBe(false);
});
