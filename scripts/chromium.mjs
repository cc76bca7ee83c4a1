// Where Chromium is, for the browser tests; installed from Debian when it is nowhere and we may.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { Refusal, say } from "./say.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** Path of a Chromium. Throws a Refusal that says how to get one when there is none and none can be installed. */
export function requireChromium() {
  return findChromium() ?? installChromium();
}

function findChromium() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const found = names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => existsSync(file));
  return process.env.CHROMIUM_PATH || found;
}

function installChromium() {
  const missing = "The browser tests need Chromium";
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Refusal(`${missing}: install it (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH.`);
  }
  say("Installing Chromium …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const { status, stderr } = spawnSync("apt-get", ["-q", ...args], { env, encoding: "utf8", maxBuffer: 2 ** 26 });
    if (status !== 0)
      throw new Refusal(`${missing}, and apt-get ${args[0]} failed: ${stderr.trim().split("\n").at(-1)}`);
  }
  const found = findChromium();
  if (!found) throw new Refusal(`${missing}; apt-get installed none.`);
  return found;
}
