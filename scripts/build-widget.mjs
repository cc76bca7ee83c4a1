// Builds the widget into public/widget: v1.js for the one-line install, <hash>.js for the pinned one, manifest.json.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build, transform } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const room = path.join(root, "widget");

/** A whole text chat, in kB as sent. */
const BUDGET_BYTES = 16_000;

// Where constructable stylesheets and color-mix are: a strict style-src and any brand colour need them.
const TARGETS = ["chrome111", "edge111", "firefox113", "safari16.4"];

/**
 * Builds and writes the widget; resolves with the manifest. Rejects when the bundle is too heavy or when anything
 * outside `widget/` found its way in.
 */
export async function buildWidget({ outDir = path.join(root, "public/widget") } = {}) {
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const result = await build({
    entryPoints: [path.join(room, "v1.ts")],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: "iife",
    target: TARGETS,
    charset: "utf8",
    legalComments: "none",
    define: { VERSION: JSON.stringify(version) },
    // The widget's own settings, without the path aliases of the rest of the house.
    tsconfigRaw: { compilerOptions: { strict: true, target: "es2022", useDefineForClassFields: false } },
    plugins: [minifiedStyles],
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  requireOwnInputs(Object.keys(result.metafile.inputs));

  const [{ contents }] = result.outputFiles;
  const weight = brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  if (weight > BUDGET_BYTES) {
    throw new Error(`The widget weighs ${weight} bytes as brotli; ${BUDGET_BYTES} are allowed.`);
  }

  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 16);
  const integrity = `sha384-${createHash("sha384").update(contents).digest("base64")}`;
  const manifest = {
    version,
    latest: "v1.js",
    pinned: `${hash}.js`,
    weight: { bytes: contents.length, brotli: weight },
    files: { "v1.js": { integrity }, [`${hash}.js`]: { integrity } },
  };
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await writeFile(path.join(outDir, "v1.js"), contents);
  await writeFile(path.join(outDir, manifest.pinned), contents);
  await writeFile(path.join(outDir, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
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
  const { weight, pinned } = await buildWidget();
  console.log(
    `widget: ${weight.bytes} bytes, ${weight.brotli} as brotli (${BUDGET_BYTES} allowed), pinned as ${pinned}`,
  );
}
