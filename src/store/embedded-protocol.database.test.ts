import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { embeddedServer as server } from "../../tests/fresh-database";
import { type Embedded, openEmbedded } from "./embedded";

let embedded: Embedded;
beforeAll(async () => {
  embedded = await openEmbedded("memory://", { server });
});
afterAll(() => embedded.close());

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: embedded.url });
  client.on("error", () => {});
  await client.connect();
  return client;
}

// Every query has another shape: one that met another's statement would fail or get another's answer.
async function askMany(number: number): Promise<void> {
  const client = await connect();
  for (let round = 0; round < 60; round++) {
    const values = Array.from({ length: 1 + (number % 4) }, (_, place) => `${number}.${round}.${place}`);
    const columns = values.map((_, place) => `$${place + 1}::text AS c${place}`).join(", ");
    expect(Object.values((await client.query(`SELECT ${columns}`, values)).rows[0])).toEqual(values);
    const failing = client.query("SELECT 1 / $1::int AS never", [0]);
    await expect(failing).rejects.toThrow(/division by zero/);
    if (round % 10 === 0) {
      await client.query("BEGIN");
      await client.query("SELECT set_config('gatehouse.test', $1, true)", [String(number)]);
      const { rows } = await client.query("SELECT current_setting('gatehouse.test') AS value, $1::int AS round", [
        round,
      ]);
      expect(rows).toEqual([{ value: String(number), round }]);
      await client.query("COMMIT");
    }
  }
  await client.end();
}

test("queries of many connections, failing ones among them, each get their own answer", async () => {
  await Promise.all(Array.from({ length: 16 }, (_, number) => askMany(number)));
});

test("a connection that goes away in the middle of a query holds up nobody", async () => {
  for (let round = 0; round < 20; round++) {
    const leaving = await connect();
    void leaving.query("SELECT $1::text, pg_sleep(0.01)", ["gone"]).catch(() => {});
    // The socket itself, without the word of farewell that end() sends.
    setImmediate(() =>
      (leaving as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy(),
    );
    const staying = await connect();
    expect((await staying.query("SELECT $1::int AS n", [round])).rows).toEqual([{ n: round }]);
    await staying.end();
  }
});
