// One part of the widget: bundled, made small, named by what is in it.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build, transform } from "esbuild";
// The one that Next.js ships with itself.
import terser from "next/dist/compiled/terser/bundle.min.js";
import { root } from "./root.mjs";

// Where constructable stylesheets and color-mix are: a strict style-src and any brand colour need them.
const TARGETS = ["chrome111", "edge111", "firefox113", "safari16.4"];

/**
 * Names of properties that only the widget's own parts speak of, often and at length: the build shortens them, to the
 * same in all parts. No name of the browser's, the page's, of what is stored or of what is read from the wire may stand
 * here, none that is looked up by a string of the same name (the table of parts is not shortened), and none that a part
 * exports: that is refused.
 */
const INNER_NAMES =
  "act adopt announce apply ask asking bearer bearerAfter begin box build button change clear clip composer contrast conversation cover demandSession desk docs draw drawIcon element emit emitter erase extend follow forget gateway hasBegun identity intent intro introOf introduce isBusy isDeep isFullScreen isIdentified isKnown isLoading isOnline isOpen isOver isValid items judge keeper keyed kit known later launcher level load look made mark marksKey mayTalk mount named node notice onBusy onEntry onFailure onFinished onLost onReset onSettled onStatus onToken openSession ordered overlay pageHash pair part path prepare questions ready recall refresh remember report reset resume save say setBusy setOpen setStatus setTitle setUnread settings settle share shared show store tables tell textOf textOn toCss tokens transport warn watch words write";

/** Nearly all of a part runs as soon as it is there: V8 compiles it at once, beside the page's own work, and not twice. */
const EAGER = "//# allFunctionsCalledOnLoad\n";

/** What all parts of one build share: how properties are shortened. */
export const shortNames = () => ({
  mangleProps: new RegExp(`^(${INNER_NAMES.replaceAll(" ", "|")})$`),
  mangleCache: {},
});

/** Bundles an entry of the widget's `room` as `format`, with `define` for what only the build knows. */
export async function buildPart(room, entry, format, define, names) {
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
    ...names,
    // The widget's own settings, without the path aliases of the rest of the house.
    tsconfigRaw: { compilerOptions: { strict: true, target: "es2022", useDefineForClassFields: false } },
    plugins: [minifiedStyles],
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const exported = Object.values(result.metafile.outputs).flatMap((output) => output.exports);
  const lost = exported.filter((name) => names.mangleProps.test(name));
  if (lost.length) throw new Error(`${entry} exports what is shortened elsewhere: ${lost.join(", ")}`);
  Object.assign(names.mangleCache, result.mangleCache);
  const inputs = Object.keys(result.metafile.inputs).filter((input) => !input.startsWith("<define:"));
  requireOwnInputs(inputs, room);
  // What the bundler leaves, a second minifier takes: 3 % of all, and Next.js brings it along anyway. How many passes serve which format best is measured.
  const { code } = await terser.minify(result.outputFiles[0].text, {
    module: format === "esm",
    ecma: 2020,
    format: { wrap_func_args: false },
    compress: {
      // Of built-ins it takes for granted only that they do what they say.
      unsafe: true,
      unsafe_arrows: true,
      ...(format === "esm"
        ? { passes: 2, hoist_funs: true, arrows: false, side_effects: false }
        : { passes: 5, keep_fargs: false, comparisons: false }),
    },
  });
  return toPart(Buffer.from(EAGER + code));
}

/** The bytes of a part with all that is said of it. */
export function toPart(contents) {
  const chunk = createHash("sha256").update(contents).digest("base64");
  return {
    contents,
    // As load-chunk.ts says it from the same.
    file: `${chunk.replace(/\W/g, "").slice(0, 16)}.js`,
    // All that the widget's own parts know of each other: integrities do not compress, and this one is the shortest.
    chunk,
    integrity: `sha384-${createHash("sha384").update(contents).digest("base64")}`,
    brotli: weigh(contents),
  };
}

/** Bytes as brotli sends them at its best. */
export function weigh(contents) {
  return brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Zero runtime dependencies is a promise: whoever breaks it learns here, and by which file. */
export function requireOwnInputs(inputs, room = path.join(root, "widget")) {
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
      // It leaves spaces in custom properties and in what they stand for.
      return { contents: code.trim().replace(/([:,]) /g, "$1"), loader: "text" };
    });
  },
};
