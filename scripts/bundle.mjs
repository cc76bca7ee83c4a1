// One file per process: src/command/* and the embedded server, with everything of ours inside and packages outside.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, stop } from "esbuild";
import { root } from "./root.mjs";

const entries = {
  cli: "src/command/cli.ts",
  worker: "src/command/worker.ts",
  gateway: "src/command/gateway.ts",
  console: "src/command/console.ts",
  seed: "src/command/seed.ts",
  migrate: "src/command/migrate.ts",
  embedded: "src/store/embedded.ts",
  "document-process": "src/provider/document-process.ts",
  "embedded-server": "src/store/embedded-server.ts",
};

/** esbuild's options for all processes; nothing is written. */
export const options = {
  entryPoints: entries,
  absWorkingDir: root,
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  write: false,
  platform: "node",
  target: "node20.19",
  format: "esm",
  packages: "external",
  alias: { "@": `${root}/src` },
  sourcemap: "linked",
  logLevel: "error",
};

/** Writes dist/*.mjs. A process that starts meanwhile sees the old file or the new one, never half of one. */
export async function bundle() {
  write(await build(options));
  // Its own process would stay as long as this one.
  await stop();
}

/** Writes what a build with `options` returned. */
export function write({ outputFiles }) {
  mkdirSync(`${root}/dist`, { recursive: true });
  for (const { path: file, contents } of outputFiles) {
    const fresh = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
    writeFileSync(fresh, contents);
    renameSync(fresh, file);
  }
}
