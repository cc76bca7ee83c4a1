// The command line as an operator's script meets it: a process of its own, beside others on the same database.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { bundle } from "../scripts/bundle.mjs";

const run = promisify(execFile);

beforeAll(() => bundle());

async function cli(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const args = ["dist/cli.mjs", ...words];
  return run(process.execPath, args, { cwd: `${import.meta.dirname}/..` }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    ({ code, stdout, stderr }) => ({ code, out: stdout, err: stderr }),
  );
}
const json = async (...words: string[]) => JSON.parse((await cli(...words, "--json")).out);

test("from nothing to a tenant with knowledge, without a browser", async () => {
  const owner = `${crypto.randomUUID()}@example.com`;
  const made = await cli(
    "tenant",
    "create",
    "--name",
    "Example",
    "--origin",
    "https://a.example.com",
    "--origin",
    "*.bad",
    "--owner",
    owner,
  );
  expect(made).toMatchObject({ code: 1, out: "", err: expect.stringContaining("https://*.example.com") });

  const tenant = await json(
    "tenant",
    "create",
    "--name",
    "Example",
    "--origin",
    "https://a.example.com",
    "--owner",
    owner,
  );
  expect(Object.keys(tenant)).toEqual(["tenantId", "siteKey", "jwtSecret", "apiKey"]);
  const at = ["--tenant", tenant.tenantId];

  await json("origin", "add", ...at, "https://b.example.com");
  await json("origin", "remove", ...at, "--origin", "https://A.example.com");
  expect((await json("origin", "list", ...at)).map(({ pattern }: { pattern: string }) => pattern)).toEqual([
    "https://b.example.com",
  ]);

  expect(await json("source", "add", ...at, "--title", "Hours", "--text", "We open at ten.")).toMatchObject({
    status: "ready",
    passages: 1,
  });
  expect((await cli("source", "add", ...at)).err).toContain("Give --text, --file or --url.");

  const rotated = await json("secret", "rotate", ...at, "--overlap-days", "3");
  expect(rotated.jwtSecret).toMatch(/^ghs_/);
  const [, old] = await json("secret", "list", ...at);
  expect(old).toMatchObject({ state: "retiring" });
  expect(await json("secret", "retire", ...at, "--kid", old.kid)).toEqual({ retired: old.kid });
}, 120_000);

test("wrong words are answered with what to write instead, and exit code 2", async () => {
  expect(await cli("tenant", "create", "--name", "x")).toMatchObject({
    code: 2,
    err: expect.stringContaining("--owner EMAIL is missing"),
  });
  expect(await cli("nonsense")).toMatchObject({ code: 2, err: expect.stringContaining("tenant create") });
  expect(await cli("origin", "list", "--tenant", "ten_0000000000000000000000")).toMatchObject({
    code: 1,
    err: expect.stringContaining("There is no tenant"),
  });
}, 60_000);

test("audit verify finds a row that was altered behind the product's back, and says which", async () => {
  const owner = `${crypto.randomUUID()}@example.com`;
  const given = ["--name", "Example", "--origin", "https://a.example.com", "--owner", owner];
  const { tenantId } = await json("tenant", "create", ...given);
  await json("origin", "add", "--tenant", tenantId, "https://b.example.com");
  const whole = await cli("audit", "verify", "--tenant", tenantId, "--json");
  expect(whole.code).toBe(0);
  const { entries, head, verified } = JSON.parse(whole.out);
  expect([entries > 1, verified]).toEqual([true, true]);
  expect(head).toMatch(/^[0-9a-f]{64}$/);

  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const text = "UPDATE audit_entry SET actor = 'somebody else' WHERE tenant_id = $1 AND action = 'origin.added'";
  const { rowCount } = await client.query(text, [tenantId]);
  await client.end();
  expect(rowCount).toBe(1);
  const broken = await cli("audit", "verify", "--tenant", tenantId, "--json");
  expect(broken).toMatchObject({ code: 1, out: "", err: expect.stringMatching(/Row \d+ \(origin\.added/) });
}, 60_000);
