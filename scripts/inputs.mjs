// Remembers from what each thing was built, by content, so that nothing is built twice.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

const record = `${root}/dist/built.json`;

/** Hash of the files and folders at `inputs` (relative to the repository), without tests and what is generated. */
export function hashOf(inputs) {
  const hash = createHash("sha256").update(process.version);
  for (const file of inputs.flatMap(filesOf))
    hash
      .update(`${file}\0`)
      .update(readFileSync(`${root}/${file}`))
      .update("\0");
  return hash.digest("hex");
}

/** Runs `build` unless `name` was built from the same `inputs` before and `output` is still there. */
export async function once(name, { inputs, output }, build) {
  const hash = hashOf(inputs);
  if (readRecord()[name] === hash && existsSync(`${root}/${output}`)) return;
  await build();
  // Read again: another process may have built something else meanwhile.
  mkdirSync(path.dirname(record), { recursive: true });
  writeFileSync(`${record}.${process.pid}`, JSON.stringify({ ...readRecord(), [name]: hash }));
  renameSync(`${record}.${process.pid}`, record);
}

function filesOf(input) {
  if (!existsSync(`${root}/${input}`)) return [];
  if (!statSync(`${root}/${input}`).isDirectory()) return [input];
  return readdirSync(`${root}/${input}`, { withFileTypes: true })
    .filter(({ name }) => !/^(generated|node_modules|README\.md)$|\.test\.tsx?$/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => filesOf(`${input}/${name}`));
}

function readRecord() {
  try {
    return JSON.parse(readFileSync(record, "utf8"));
  } catch {
    return {};
  }
}
