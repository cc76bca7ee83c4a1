// The fence still bites: in a small house with the same rooms, each planted import is refused by its rule.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cruise, requireFence } from "./fence.mjs";

const house = mkdtempSync(path.join(tmpdir(), "fence-"));
const packages = ["pg", "hono", "zod", "react", "next", "left-pad"];

const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), text);
};

beforeAll(() => {
  write("package.json", JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, "1.0.0"])) }));
  write("tsconfig.json", JSON.stringify({ compilerOptions: { module: "esnext", paths: { "@/*": ["./src/*"] } } }));
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    write(`node_modules/${name}/index.js`, "module.exports = {};");
  }
  for (const room of ["core", "store", "provider", "gateway", "console", "ui", "worker", "command"]) {
    write(`src/${room}/a.ts`, "export const a = 1;");
  }
  write("src/store/generated/client.ts", "export const a = 1;");
  for (const file of ["src/env.ts", "src/failures.ts", "src/wiring.ts", "widget/wire.ts", "app/page.tsx"]) {
    write(file, "export const a = 1;");
  }
});
afterAll(() => rmSync(house, { recursive: true }));

const refused: [file: string, imported: string, rule: string][] = [
  ["widget/planted.ts", "../src/failures", "widget-files"],
  ["widget/planted.ts", "left-pad", "widget-packages"],
  ["widget/planted.ts", "node:fs", "widget-node"],
  ["src/core/planted.ts", "@/store/generated/client", "core-files"],
  ["src/core/planted.ts", "@/provider/a", "core-files"],
  ["src/core/planted.ts", "@/wiring", "core-files"],
  ["src/core/planted.ts", "@/env", "core-files"],
  ["src/core/planted.ts", "pg", "core-packages"],
  ["src/core/planted.ts", "node:crypto", "core-node"],
  ["src/store/planted.ts", "@/core/a", "store-files"],
  ["src/store/planted.ts", "node:fs", "store-node"],
  ["src/provider/planted.ts", "@/core/a", "provider-types"],
  ["src/provider/planted.ts", "pg", "provider-packages"],
  ["src/gateway/planted.ts", "@/store/a", "gateway-files"],
  ["src/gateway/planted.ts", "pg", "gateway-packages"],
  ["src/gateway/planted.ts", "../../widget/wire", "gateway-types"],
  ["src/console/planted.ts", "@/store/a", "console-files"],
  ["src/console/planted.ts", "hono", "console-packages"],
  ["src/ui/planted.tsx", "@/core/a", "ui-files"],
  ["src/ui/planted.tsx", "@/console/a", "ui-types"],
  ["src/worker/planted.ts", "@/store/a", "worker-files"],
  ["src/command/planted.ts", "@/provider/a", "command-files"],
  ["app/planted.tsx", "@/core/a", "app-files"],
  ["app/planted.tsx", "pg", "app-packages"],
  ["src/wiring.ts", "@/gateway/a", "wiring-files"],
  ["src/env.ts", "@/failures", "env-files"],
  ["src/env-variables.ts", "@/failures", "env-files"],
  ["src/failures.ts", "zod", "failures-packages"],
  ["src/failure-table.ts", "@/env", "failures-files"],
  ["src/core/planted.ts", "./missing", "unresolvable"],
  ["src/core/planted.ts", "./planted", "circle"],
];

const allowed: [file: string, imported: string][] = [
  ["src/core/planted.ts", "@/store/a"],
  ["src/core/planted.ts", "zod"],
  ["src/store/planted.ts", "pg"],
  ["src/store/migrate.ts", "node:fs"],
  ["src/gateway/planted.ts", "hono"],
  ["src/ui/planted.tsx", "react"],
  ["src/command/planted.ts", "@/wiring"],
  ["app/planted.tsx", "@/gateway/a"],
  // A test may look behind the fence.
  ["src/core/planted.test.ts", "pg"],
];

test("each planted import is refused by its rule, and nothing else is", () => {
  const planted = [
    ...refused.map(([file, to, rule]) => ({ file, to, rule })),
    ...allowed.map(([file, to]) => ({ file, to, rule: "" })),
  ];
  const byFile = new Map<string, Set<string>>();
  planted.forEach(({ file, to, rule }, n) => {
    // One file for each, so that each violation says which plant it is.
    const own = file.replace("planted", `planted${n}`);
    const imported = to === "./planted" ? `./planted${n}` : to;
    write(
      own,
      own === file
        ? `import * as planted from "${imported}"; export const a = planted;`
        : `import * as planted from "${imported}"; export const b = planted;`,
    );
    byFile.set(own, new Set([...(byFile.get(own) ?? []), ...(rule ? [rule] : [])]));
  });
  const { violations } = cruise(house);
  for (const [file, rules] of byFile) {
    const found = new Set(
      violations.filter((line: string) => line.includes(` ${file} →`)).map((line: string) => line.split(":")[0]),
    );
    expect([...found].sort(), file).toEqual([...rules].sort());
  }
}, 60_000);

test("a fence that sees hardly anything is refused", () => {
  for (const room of ["src", "widget", "app"]) rmSync(path.join(house, room), { recursive: true });
  write("app/page.tsx", "export const a = 1;");
  expect(() => requireFence(house)).toThrow(/it has gone blind/);
}, 60_000);
