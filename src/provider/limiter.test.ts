import { randomUUID } from "node:crypto";
import { Socket } from "node:net";
import { afterAll, describe, expect, test } from "vitest";
import type { LimitRule } from "@/core/limit/limit";
import { openLimiter } from "./limiter";
import { createProcessLimiter } from "./limiter-process";
import { connectRedisLimiter } from "./limiter-redis";

const redisUrl = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";
const redisAnswers = await new Promise<boolean>((resolve) => {
  const { hostname, port } = new URL(redisUrl);
  const socket = new Socket().once("error", () => resolve(false)).once("connect", () => resolve(true));
  socket.connect(Number(port || 6379), hostname).once("connect", () => socket.destroy());
});

const redis = connectRedisLimiter(redisUrl);
afterAll(() => redis.close());

const limiters = [
  { name: "in this process", limiter: createProcessLimiter(Date.now), skip: false },
  { name: "in Redis", limiter: redis, skip: !redisAnswers },
];

/** Waits for the start of a window, so that no test runs across the edge of one. */
const windowStart = (seconds: number) =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000 - (Date.now() % (seconds * 1000)) + 5));

describe.each(limiters)("limits $name", ({ limiter, skip }) => {
  const fresh = (limit: number, windowSeconds: number): LimitRule => ({ name: randomUUID(), limit, windowSeconds });

  test.skipIf(skip)("allow exactly the limit, however many come at once", async () => {
    const rule = fresh(10, 60);
    const verdicts = await Promise.all(Array.from({ length: 25 }, () => limiter.take(rule, "a")));
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(10);
    expect(verdicts.filter(({ allowed }) => !allowed).every(({ remaining }) => remaining === 0)).toBe(true);
    expect(verdicts.every(({ resetSeconds }) => resetSeconds >= 1 && resetSeconds <= 60)).toBe(true);
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

test("while Redis does not answer, the process counts for itself", async () => {
  const limiter = openLimiter({ redisUrl: "redis://127.0.0.1:1", now: Date.now });
  const rule = { name: randomUUID(), limit: 2, windowSeconds: 60 };
  const verdicts = [];
  for (let i = 0; i < 3; i++) verdicts.push((await limiter.take(rule, "a")).allowed);
  expect(verdicts).toEqual([true, true, false]);
  await limiter.close();
});

test("a scale multiplies every limit", async () => {
  const limiter = openLimiter({ redisUrl: undefined, now: Date.now, scale: 3 });
  const verdict = await limiter.take({ name: "r", limit: 2, windowSeconds: 60 }, "a");
  expect(verdict).toMatchObject({ rule: { limit: 6 }, remaining: 5 });
});
