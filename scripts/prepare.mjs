// What every command that touches the product does first.
import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { installDependencies } from "./install.mjs";
import { root } from "./root.mjs";
import { Refusal } from "./say.mjs";
import { localSecrets } from "./secrets.mjs";
import { openDatabase, readPort, requireRedis } from "./services.mjs";

/**
 * Installs, runs `build` (a function of build-steps.mjs), opens the database, migrates it.
 * Returns {env, dataFolder, database, redis}: `env` is what the product's processes run with; close the database.
 */
export async function prepare({ build, alone = false, mode = "production" }) {
  installDependencies();
  await build(await import("./build-steps.mjs"));
  const dataFolder = path.resolve(root, process.env.GATEHOUSE_DATA || ".data");
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const redis = await requireRedis();
  const database = await openDatabase(dataFolder, { alone });
  const env = {
    ...process.env,
    ...localSecrets(dataFolder),
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(readPort()),
    DATABASE_URL: database.url,
    GATEHOUSE_DATA: dataFolder,
  };
  try {
    runOnce("migrate", env);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { env, dataFolder, database, redis };
}

/** Runs dist/<name>.mjs to its end and returns what it printed. Throws a Refusal with what it said when it fails. */
export function runOnce(name, env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}/dist/${name}.mjs`], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Refusal(stderr.trim() || `${name} failed.`);
  return stdout;
}
