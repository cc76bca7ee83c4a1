import { expect, test } from "vitest";
import { Failure } from "./failures";

class Kind extends Failure {}

test("a Failure is one whichever copy of the module made it; a kind of it stays a kind", async () => {
  const path = "./failures?another-copy";
  const copy: { Failure: typeof Failure } = await import(path);
  expect(copy.Failure).not.toBe(Failure);
  expect(new copy.Failure("not_found")).toBeInstanceOf(Failure);
  expect(new Failure("not_found")).not.toBeInstanceOf(Kind);
  expect(new Kind("not_found")).toBeInstanceOf(Kind);
  expect(new Kind("not_found")).toBeInstanceOf(Failure);
  expect(new Error("not_found")).not.toBeInstanceOf(Failure);
});
