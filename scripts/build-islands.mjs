// What wakes the islands of pages that come without Next's scripts: one file for each kind of page, named by what is in it.
import { rmSync } from "node:fs";
import { build, stop } from "esbuild";
import { root } from "./root.mjs";

// React's own weighs more than all these pages together; its parts that are used here are the same in Preact.
const preact = {
  react: "preact/compat",
  "react-dom": "preact/compat",
  "react-dom/client": "preact/compat/client",
  "react/jsx-runtime": "preact/jsx-runtime",
};

/** Writes NAME-HASH.js for each entry in src/ui/island into `folder`, and nothing else. */
export async function buildIslands(folder) {
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: { account: "src/ui/island/account.ts", shop: "src/ui/island/shop.ts" },
    absWorkingDir: root,
    outdir: folder,
    entryNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    format: "iife",
    // As far back as the styles go.
    target: ["chrome111", "edge111", "firefox113", "safari16.4"],
    charset: "utf8",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    alias: { "@": `${root}/src`, ...preact },
    logLevel: "error",
  });
  await stop();
}
