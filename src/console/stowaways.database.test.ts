// No field that a schema does not name gets through a procedure: nothing is set in passing.
import { beforeAll, describe, expect, test } from "vitest";
import { inputsOf, own, table } from "../../tests/console/procedures";
import { freshWorld, type World } from "../../tests/console/world";

let home: World;
beforeAll(async () => {
  home = await freshWorld();
});

/** The same with a field in every object of it that no schema names. */
function stuffed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stuffed);
  if (value === null || typeof value !== "object" || value instanceof ReadableStream) return value;
  const fields = Object.entries(value).map(([key, field]) => [key, stuffed(field)]);
  return { ...Object.fromEntries(fields), stowaway: "yes", createdAt: new Date(0), passwordHash: "yes" };
}

describe.each(table.filter(({ type, input }) => type === "mutation" && input))("$path", (row) => {
  test("hands on no field that its schema does not name", async () => {
    const input = await own(row, home);
    for (const parser of inputsOf(row.path)) {
      const given = parser.parse(input);
      // The answer of a passkey is read by the one package that knows what is in it; an upload is no JSON of anybody's.
      const opaque = ["answer", "upload"];
      const keeps = (value: unknown) => JSON.stringify(value, (key, field) => (opaque.includes(key) ? "" : field));
      expect(keeps(parser.parse(stuffed(input)))).toBe(keeps(given));
    }
  });
});
