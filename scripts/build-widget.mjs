// Builds the widget into public/widget: v1.js for the one-line install, <hash>.js for the pinned one, the parts they
// load later, and manifest.json with the integrity of each. Files of former builds stay: pages have pinned them.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build, transform } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const room = path.join(root, "widget");

/** Bytes as sent: until the launcher stands, for a whole text chat, for each part that comes later. */
export const BUDGETS = { launcher: 5_000, chat: 21_500, extra: 3_500 };

// Where constructable stylesheets and color-mix are: a strict style-src and any brand colour need them.
const TARGETS = ["chrome111", "edge111", "firefox113", "safari16.4"];

/** Parts that a visitor may never need, by name; the chat loads them when they are first used. */
const EXTRAS = {
  desk: "extra/desk.ts",
  attach: "extra/attach.ts",
  proof: "extra/proof.ts",
  ...Object.fromEntries(["de", "fr", "es", "pt", "ja", "ar"].map((language) => [language, `locales/${language}.ts`])),
};

/**
 * Builds and writes the widget; resolves with the manifest. Rejects when a part is too heavy or when anything outside
 * `widget/` found its way in.
 */
export async function buildWidget({ outDir = path.join(root, "public/widget") } = {}) {
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const said = { VERSION: JSON.stringify(version) };
  const extras = {};
  for (const [name, entry] of Object.entries(EXTRAS)) extras[name] = await buildPart(entry, "esm", said);
  const table = Object.fromEntries(Object.entries(extras).map(([name, part]) => [name, [part.file, part.integrity]]));
  // A part of its own too: most visits need none of them, and integrities do not compress.
  const parts = toPart(Buffer.from(`export const parts=${JSON.stringify(table)}`));
  const panel = await buildPart("chat.ts", "esm", { ...said, PARTS: JSON.stringify([parts.file, parts.integrity]) });
  const launcher = await buildPart("v1.ts", "iife", { ...said, PANEL: JSON.stringify([panel.file, panel.integrity]) });

  requireWithin("The launcher", launcher.brotli, BUDGETS.launcher);
  requireWithin("A whole text chat", launcher.brotli + panel.brotli, BUDGETS.chat);
  for (const [name, { brotli }] of Object.entries(extras)) requireWithin(`The part ${name}`, brotli, BUDGETS.extra);

  await mkdir(outDir, { recursive: true });
  const all = [launcher, panel, parts, ...Object.values(extras)];
  const files = {
    "v1.js": describe(launcher),
    ...Object.fromEntries(all.map((part) => [part.file, describe(part)])),
  };
  const manifest = {
    version,
    latest: "v1.js",
    pinned: launcher.file,
    weight: { bytes: launcher.contents.length, brotli: launcher.brotli, chat: launcher.brotli + panel.brotli },
    files,
    former: await formerFiles(outDir, files),
  };
  for (const part of all) await writeFile(path.join(outDir, part.file), part.contents);
  await copyFile(path.join(room, "gatehouse.d.ts"), path.join(outDir, "gatehouse.d.ts"));
  // Last, and at once: nobody may meet a script whose parts are not there yet.
  await replaceFile(path.join(outDir, "v1.js"), launcher.contents);
  await replaceFile(path.join(outDir, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function buildPart(entry, format, define) {
  const result = await build({
    entryPoints: [path.join(room, entry)],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format,
    target: TARGETS,
    charset: "utf8",
    legalComments: "none",
    define,
    // The widget's own settings, without the path aliases of the rest of the house.
    tsconfigRaw: { compilerOptions: { strict: true, target: "es2022", useDefineForClassFields: false } },
    plugins: [minifiedStyles],
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  requireOwnInputs(Object.keys(result.metafile.inputs).filter((input) => !input.startsWith("<define:")));
  return toPart(result.outputFiles[0].contents);
}

function toPart(contents) {
  return {
    contents,
    file: `${createHash("sha256").update(contents).digest("hex").slice(0, 16)}.js`,
    integrity: `sha384-${createHash("sha384").update(contents).digest("base64")}`,
    brotli: brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
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

function requireWithin(what, weight, budget) {
  if (weight > budget) throw new Error(`${what} weighs ${weight} bytes as brotli; ${budget} are allowed.`);
}

/** Zero runtime dependencies is a promise: whoever breaks it learns here, and by which file. */
export function requireOwnInputs(inputs) {
  const strangers = inputs.filter((input) => path.relative(room, path.resolve(root, input)).startsWith(".."));
  if (strangers.length)
    throw new Error(`The widget must not contain files from outside widget/: ${strangers.join(", ")}`);
}

/** Stylesheets become minified text for adoptedStyleSheets. */
const minifiedStyles = {
  name: "minified-styles",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await transform(await readFile(file, "utf8"), { loader: "css", minify: true, target: TARGETS });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { weight, pinned, files } = await buildWidget();
  console.log(`widget: launcher ${weight.brotli} bytes as brotli (${BUDGETS.launcher} allowed), pinned as ${pinned}`);
  console.log(`        text chat ${weight.chat} (${BUDGETS.chat} allowed), ${Object.keys(files).length} files`);
}
