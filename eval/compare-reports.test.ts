import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareReports } from "./compare-reports";

test("tells the figures that differ, sets by their names whatever their order", () => {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-eval-"));
  const write = (name: string, sets: object[]) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify({ sets }));
    return file;
  };
  const before = write("before.json", [{ name: "faq", ranking: { ndcg10: 0.7, recall5: 0.6 } }]);
  const after = write("after.json", [
    { name: "new", ranking: { ndcg10: 0.9 } },
    { name: "faq", ranking: { ndcg10: 0.75, recall5: 0.6 } },
  ]);
  expect(compareReports(before, after)).toEqual([
    { figure: "sets.faq.ranking.ndcg10", before: 0.7, after: 0.75, change: 0.05 },
    { figure: "sets.new.ranking.ndcg10", before: null, after: 0.9, change: null },
  ]);
});
