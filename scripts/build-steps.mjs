// The things that are built, each from its own inputs and only when they changed.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { once } from "./inputs.mjs";
import { root } from "./root.mjs";
import { Refusal, say } from "./say.mjs";

const packages = "package-lock.json";
const toBrotli = promisify(brotliCompress);

/** Makes src/store/generated from prisma/schema.prisma. */
export function generateClient() {
  const output = "src/store/generated/client.ts";
  return once("prisma", { inputs: ["prisma/schema.prisma", "prisma.config.ts", packages], output }, () =>
    // Prisma wants an engine for every command though generating uses none: any executable will do, here and only here
    // (with it, `prisma migrate` would silently do nothing).
    run("Prisma's client", ["node_modules/prisma/build/index.js", "generate"], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: "1",
    }),
  );
}

/** Makes dist/*.mjs, one file for each process. */
export function buildProcesses() {
  const inputs = ["src", "prisma", "widget/wire.ts", "scripts/bundle.mjs", "tsconfig.json", packages];
  return once("processes", { inputs, output: "dist/cli.mjs" }, async () => {
    const { bundle } = await import("./bundle.mjs");
    // esbuild has said what is wrong and where.
    await bundle().catch(() => {
      throw new Refusal("The processes could not be built.");
    });
  });
}

/** Makes public/widget/v1.js. */
export function buildWidget() {
  const inputs = ["widget", "scripts/build-widget.mjs", "scripts/widget-part.mjs", packages];
  return once("widget", { inputs, output: "public/widget/v1.js" }, async () => {
    const widget = await import("./build-widget.mjs");
    await widget.buildWithinBudgets();
    await (await import("esbuild")).stop();
  });
}

/** Makes .next. */
export function buildPages() {
  const inputs = [
    "app",
    "proxy.ts",
    "src",
    "prisma",
    "widget/wire.ts",
    "scripts/build-islands.mjs",
    "next.config.mjs",
    "README.md",
    "docs/examples",
    "postcss.config.mjs",
    "tsconfig.json",
  ];
  return once("pages", { inputs: [...inputs, packages], output: ".next/BUILD_ID" }, async () => {
    say("Building the console …");
    await run("The console", ["node_modules/next/dist/bin/next", "build"], { NODE_ENV: "production" });
    const { buildIslands } = await import("./build-islands.mjs");
    await buildIslands(`${root}/.next/static/islands`);
    await compressFiles(`${root}/.next/static`);
  });
}

/** What a process of ours needs to run from dist. */
export async function buildForProcesses() {
  await generateClient();
  await buildProcesses();
}

/** What `npm run dev` needs beside Next's own watching. */
export async function buildForDevelopment() {
  await buildForProcesses();
  await buildWidget();
}

/** Everything that `npm start` serves. */
export async function buildAll() {
  await buildForProcesses();
  await buildWidget();
  await buildPages();
}

// As small as brotli makes them, once: the console's process sends them as they are.
async function compressFiles(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.(?:js|css)$/.test(file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  for (const file of files.map((name) => path.join(folder, name)))
    writeFileSync(`${file}.br`, await toBrotli(readFileSync(file), { params }));
}

// Runs node quietly; what it said is shown when it fails.
function run(what, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return resolve();
      say(said.trimEnd());
      reject(new Refusal(`${what} could not be built.`));
    });
  });
}
