// Secrets of a local installation, made once and kept in the data folder. An installation that others can reach brings
// its own in the environment: src/env.ts refuses to run without.
import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
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
    secret: kept.secret ?? randomBytes(32).toString("base64"),
    vaultKey: kept.vaultKey ?? randomBytes(32).toString("base64"),
    demoPassword: kept.demoPassword ?? randomBytes(9).toString("base64url"),
  };
  if (JSON.stringify(all) !== JSON.stringify(kept)) {
    // Renamed into place: half a file would lose the key to everything that is sealed.
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(all), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  }
  return all;
}

// A file that is there but cannot be read must not be replaced by fresh secrets.
function read(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
  return JSON.parse(text);
}

function isLocal(url) {
  return !url || (URL.canParse(url) && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname));
}
