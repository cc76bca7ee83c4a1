import { expect, test } from "vitest";
import { openFairTurns } from "./fair-turns";

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

test("owners come in turn, each within its share, whoever brings how much", async () => {
  const turns = openFairTurns(2, 1);
  const began: string[] = [];
  let [busy, most] = [0, 0];
  const work = (name: string) => async () => {
    began.push(name);
    most = Math.max(most, ++busy);
    await soon();
    busy--;
  };
  const all = [1, 2, 3, 4].map((n) => turns.take("a", work(`a${n}`)));
  all.push(turns.take("b", work("b1")), turns.take("b", work("b2")), turns.take("c", work("c1")));
  await Promise.all(all);
  expect(began.slice(0, 2)).toEqual(["a1", "b1"]);
  expect(began.indexOf("c1")).toBeLessThan(began.indexOf("a3"));
  expect(began.filter((name) => name.startsWith("a"))).toEqual(["a1", "a2", "a3", "a4"]);
  expect(began.indexOf("b2")).toBeLessThan(began.indexOf("a3"));
  expect(most).toBe(2);
});

test("one that never ends holds up its owner alone; one that fails, nobody", async () => {
  const turns = openFairTurns(2, 1);
  void turns.take("stuck", () => new Promise(() => {}));
  let reached = false;
  void turns.take("stuck", async () => {
    reached = true;
  });
  await expect(turns.take("other", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await turns.take("other", async () => "done")).toBe("done");
  expect(reached).toBe(false);
});
