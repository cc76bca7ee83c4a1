// Holds the rooms apart: every import in the product against .dependency-cruiser.cjs.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { root } from "./root.mjs";
import { main, Refusal } from "./say.mjs";

// A cruise that sees nothing also finds nothing wrong. Far fewer modules than there are means it has gone blind.
const MODULES_AT_LEAST = 150;

/** Cruises the rooms of `house`; returns a line per violation and how many modules were seen. */
export function cruise(house = root) {
  const cruiser = `${root}/node_modules/dependency-cruiser/bin/dependency-cruise.mjs`;
  const rooms = ["src", "widget", "app", "proxy.ts", "prisma"].filter((room) => existsSync(`${house}/${room}`));
  const args = [cruiser, "--config", `${root}/.dependency-cruiser.cjs`, "--output-type", "json", ...rooms];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: house, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (!stdout) throw new Error(stderr);
  const { modules, summary } = JSON.parse(stdout);
  return {
    // Packages are counted by the cruiser as well; ours are what has to be seen.
    modules: modules.filter(({ source }) => /^(src|widget|app|prisma)\//.test(source)).length,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

/** Throws a Refusal that lists what is wrong with `house`; returns a line to say when nothing is. */
export function requireFence(house) {
  const { modules, violations } = cruise(house);
  if (violations.length > 0) throw new Refusal(violations.join("\n"));
  if (modules < MODULES_AT_LEAST) {
    throw new Refusal(`The fence saw ${modules} modules, fewer than ${MODULES_AT_LEAST}: it has gone blind.`);
  }
  return `${modules} modules, no import over a fence`;
}

if (process.argv[1]?.endsWith("fence.mjs")) main(() => process.stdout.write(`${requireFence(root)}\n`));
