// Builds the widget into public/widget: v1.js for the one-line install, <hash>.js for the pinned one, the parts they
// load later, and manifest.json with the integrity of each. Files of former builds stay: pages have pinned them.
import { copyFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./root.mjs";
import { buildPart, shortNames, toPart, weigh } from "./widget-part.mjs";

/**
 * Bytes as sent: until the launcher stands; for a whole text chat, which is everything a visitor needs to ask, to read
 * an answer of any kind with its sources, to copy it and to try again what failed; for each part that comes later, which
 * a chat may never need: what a tenant can switch on, what an earlier page began, what went wrong, in words. The parts'
 * names are hashes: they alone make up to 40 bytes more or less.
 */
export const BUDGETS = { launcher: 5_000, chat: 16_000, extra: 3_500 };

/** Parts that a visitor may never need, by name; the chat loads them when they are first used. */
const EXTRAS = {
  ...Object.fromEntries(
    [
      "attach",
      "bubbles",
      "consent",
      "desk",
      "judge",
      "mend",
      "others",
      "person",
      "proof",
      "recall",
      "table",
      "tokens",
    ].map((name) => [name, `extra/${name}.ts`]),
  ),
  ...Object.fromEntries(["de", "fr", "es", "pt", "ja", "ar"].map((language) => [language, `locales/${language}.ts`])),
};

/**
 * Builds and writes the widget, from another folder and as another version where told; resolves with the manifest. `over` names what is heavier than its budget. Rejects when
 * anything outside `widget/` found its way in.
 */
export async function buildWidget({
  outDir = path.join(root, "public/widget"),
  room = path.join(root, "widget"),
  version = "",
} = {}) {
  const packaged = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const said = { VERSION: JSON.stringify(version || packaged.version) };
  const names = shortNames();
  // Only to give the shortest names to what every chat has, then to what every page has.
  await buildPart(room, "chat.ts", "esm", { ...said, PARTS: "null" }, names);
  await buildPart(room, "v1.ts", "iife", { ...said, PANEL: "null" }, names);
  const extras = {};
  for (const [name, entry] of Object.entries(EXTRAS)) extras[name] = await buildPart(room, entry, "esm", said, names);
  const table = Object.fromEntries(Object.entries(extras).map(([name, part]) => [name, part.chunk]));
  // A part of its own too: most visits need none of them, and integrities do not compress.
  const parts = toPart(Buffer.from(`export const parts=${JSON.stringify(table)}`));
  const panel = await buildPart(room, "chat.ts", "esm", { ...said, PARTS: JSON.stringify(parts.chunk) }, names);
  const launcher = await buildPart(room, "v1.ts", "iife", { ...said, PANEL: JSON.stringify(panel.chunk) }, names);

  const chat = launcher.brotli + panel.brotli;
  const over = [
    ...tooHeavy("The launcher", launcher.brotli, BUDGETS.launcher),
    ...tooHeavy("A whole text chat", chat, BUDGETS.chat),
    ...Object.entries(extras).flatMap(([name, { brotli }]) => tooHeavy(`The part ${name}`, brotli, BUDGETS.extra)),
  ];

  await mkdir(outDir, { recursive: true });
  const all = [launcher, panel, parts, ...Object.values(extras)];
  const files = {
    "v1.js": describe(launcher),
    ...Object.fromEntries(all.map((part) => [part.file, describe(part)])),
  };
  const manifest = {
    version: version || packaged.version,
    latest: "v1.js",
    pinned: launcher.file,
    weight: {
      bytes: launcher.contents.length,
      brotli: launcher.brotli,
      chat,
      // What the same would weigh in one file, which every page would wait for before its launcher stands.
      oneFile: weigh(Buffer.concat([launcher.contents, panel.contents])),
    },
    files,
    former: await formerFiles(outDir, files),
  };
  for (const part of all) await writeFile(path.join(outDir, part.file), part.contents);
  await copyFile(path.join(room, "gatehouse.d.ts"), path.join(outDir, "gatehouse.d.ts"));
  // Last, and at once: nobody may meet a script whose parts are not there yet.
  await replaceFile(path.join(outDir, "v1.js"), launcher.contents);
  await replaceFile(path.join(outDir, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return { ...manifest, over };
}

const describe = ({ integrity, contents, brotli }) => ({ integrity, bytes: contents.length, brotli });

/** What earlier builds in this folder put there and pages may still ask for. */
async function formerFiles(outDir, current) {
  const known = await readFile(path.join(outDir, "manifest.json"), "utf8").then(JSON.parse, () => ({}));
  const former = { ...known.former, ...known.files };
  return Object.fromEntries(Object.entries(former).filter(([file]) => !(file in current)));
}

async function replaceFile(file, contents) {
  await writeFile(`${file}.new`, contents);
  await rename(`${file}.new`, file);
}

const tooHeavy = (what, weight, budget) =>
  weight > budget ? [`${what} weighs ${weight} bytes as brotli; ${budget} are allowed.`] : [];

/** The same for whoever wants nothing but a widget within its budgets: rejects when a part is too heavy. */
export async function buildWithinBudgets(options) {
  const built = await buildWidget(options);
  if (built.over.length) throw new Error(built.over.join("\n"));
  return built;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { weight, pinned, files } = await buildWithinBudgets();
  console.log(`widget: launcher ${weight.brotli} bytes as brotli (${BUDGETS.launcher} allowed), pinned as ${pinned}`);
  console.log(
    `        whole text chat ${weight.chat} in two files (${BUDGETS.chat} allowed), ${weight.oneFile} in one`,
  );
  console.log(`        ${Object.keys(files).length} files`);
}
