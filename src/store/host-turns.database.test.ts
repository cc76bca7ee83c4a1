import { expect, test } from "vitest";
import { Failure } from "@/failures";
import { freshProduct } from "../../tests/fresh-tenant";
import { openHostTurns, tidyHostTurns } from "./host-turns";

const { database } = freshProduct();
const host = () => `${crypto.randomUUID()}.example.com`;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("whoever asks, a host is asked one question at a time and rests after each; other hosts do not wait", async () => {
  const name = host();
  // As in two processes: neither knows of the other.
  const crowd = [openHostTurns(database), openHostTurns(database)];
  const asked: [began: number, ended: number][] = [];
  const ask = async () => {
    const began = performance.now();
    await wait(30);
    asked.push([began, performance.now()]);
    return { value: asked.length, restMs: 120 };
  };
  const began = performance.now();
  const all = Promise.all([0, 1, 0, 1, 0, 1].map((one) => crowd[one]?.take(name, ask)));
  await crowd[0]?.take(host(), async () => ({ value: null, restMs: 0 }));
  expect(asked.length).toBeLessThanOrEqual(2);
  expect((await all).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  for (const [i, [start]] of asked.entries()) {
    const before = asked[i - 1];
    // The database's clock counts whole milliseconds.
    if (before) expect(start - before[1]).toBeGreaterThanOrEqual(118);
  }
  expect(performance.now() - began).toBeGreaterThanOrEqual(6 * 30 + 5 * 118);
});

test("a question that fails ends its turn; one that nobody ends holds its host for 20 seconds at most", async () => {
  const name = host();
  const turns = openHostTurns(database);
  const ask = async () => ({ value: "fine", restMs: 0 });
  await expect(turns.take(name, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await turns.take(name, ask)).toBe("fine");
  // Whoever died while asking.
  await database.directorySql((sql) =>
    sql.query("UPDATE host_turn SET holder = 'dead', free_at = clock_timestamp() + interval '1 s' WHERE host = $1", [
      name,
    ]),
  );
  const began = performance.now();
  expect(await turns.take(name, ask)).toBe("fine");
  expect(performance.now() - began).toBeGreaterThanOrEqual(900);
});

test("a host that wants to be left alone for long is not waited for, by anybody", async () => {
  const name = host();
  await openHostTurns(database).take(name, async () => ({ value: null, restMs: 60_000 }));
  const refused = await openHostTurns(database)
    .take(name, async () => ({ value: "asked", restMs: 0 }))
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Failure);
  expect(refused).toMatchObject({
    code: "rate_limited",
    retryAfterSeconds: expect.toSatisfy((s) => s > 50 && s <= 60),
  });
});

test("hosts that were not asked for long are forgotten", async () => {
  const [old, young] = [host(), host()];
  const turns = openHostTurns(database);
  await turns.take(old, async () => ({ value: null, restMs: -3600_000 }));
  await turns.take(young, async () => ({ value: null, restMs: 0 }));
  await tidyHostTurns(database, new Date(Date.now() - 1800_000));
  const { rows } = await database.directorySql((sql) =>
    sql.query("SELECT host FROM host_turn WHERE host = ANY ($1)", [[old, young]]),
  );
  expect(rows).toEqual([{ host: young }]);
});
