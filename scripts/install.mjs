// Installs what the lockfile says when that is not what is there.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { root } from "./root.mjs";
import { Refusal, say } from "./say.mjs";

/** Leaves node_modules as package-lock.json describes it. Throws a Refusal when npm fails; npm has said why. */
export function installDependencies() {
  if (isInstalled()) return;
  say("Installing dependencies …");
  // Development dependencies build the product, whatever NODE_ENV says.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const { status } = spawnSync(npm[0], [...npm.slice(1), ...args], { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Refusal("npm ci failed: the dependencies could not be installed.");
}

// npm leaves its own record of what it installed. Packages for other platforms are optional and missing from it.
function isInstalled() {
  const wanted = readPackages(`${root}/package-lock.json`);
  const installed = readPackages(`${root}/node_modules/.package-lock.json`);
  return Object.entries(wanted).every(
    ([where, { version, optional, devOptional }]) =>
      where === "" || (installed[where] ? installed[where].version === version : optional || devOptional),
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return {};
  }
}
