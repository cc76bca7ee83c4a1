// Secrets of a local installation, made once and kept in the data folder. An installation that others can reach brings
// its own in the environment: src/env.ts refuses to run without.
import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Environment variables for what the environment does not give; empty when the public address is not this machine. */
export function localSecrets(dataFolder) {
  if (!isLocal(process.env.GATEHOUSE_URL)) return {};
  const kept = keptSecrets(path.join(dataFolder, "secrets.json"));
  const missing = Object.entries({
    GATEHOUSE_SECRET: kept.secret,
    GATEHOUSE_VAULT_KEY: kept.vaultKey,
    GATEHOUSE_DEMO_PASSWORD: kept.demoPassword,
  }).filter(([name]) => !process.env[name]);
  return Object.fromEntries(missing);
}

function keptSecrets(file) {
  const kept = read(file);
  const all = {
    secret: randomBytes(32).toString("base64"),
    vaultKey: randomBytes(32).toString("base64"),
    demoPassword: randomBytes(9).toString("base64url"),
    ...kept,
  };
  if (kept && Object.keys(all).length === Object.keys(kept).length) return kept;
  // Put in place whole: half a file would lose the key to everything that is sealed.
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify(all), { mode: 0o600 });
  if (kept) renameSync(fresh, file);
  else placeFirst(fresh, file);
  return read(file);
}

// Of two that start at once the first one's secrets stay, for both.
function placeFirst(fresh, file) {
  try {
    linkSync(fresh, file);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  } finally {
    rmSync(fresh);
  }
}

// A file that is there but cannot be read must not be replaced by fresh secrets.
function read(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
  return JSON.parse(text);
}

function isLocal(url) {
  return !url || (URL.canParse(url) && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname));
}
