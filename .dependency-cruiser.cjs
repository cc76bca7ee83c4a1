// The fence between the rooms: who may import whom, and which packages. The table in the README in executable form.
// Tests may import anything; what they need of other rooms is not what the product depends on.
const tests = "\\.test\\.tsx?$";
const room = (name) => `^src/${name}/`;
const failures = "^src/failure(s|-table)\\.ts$";
const env = "^src/env(-variables)?\\.ts$";
const pages = "^(app/|proxy\\.ts$)";
const npm = ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"];

/** `from` may import of our own files only `files`; anything else of ours is refused. */
const onlyFiles = (name, from, files) => ({
  name: `${name}-files`,
  severity: "error",
  from: { path: from, pathNot: tests },
  to: { path: "^(?!node_modules/)", pathNot: files, dependencyTypesNot: [...npm, "core"], couldNotResolve: false },
});

/** `from` may import only these packages, by the beginning of their names. */
const onlyPackages = (name, from, packages) => ({
  name: `${name}-packages`,
  severity: "error",
  from: { path: from, pathNot: tests },
  to: { dependencyTypes: npm, pathNot: packages.map((name) => `^node_modules/(@types/)?${name}`) },
});

const noNode = (name, from, pathNot = []) => ({
  name: `${name}-node`,
  severity: "error",
  from: { path: from, pathNot: [tests, ...pathNot] },
  to: { dependencyTypes: ["core"] },
});

const onlyTypes = (name, from, to) => ({
  name: `${name}-types`,
  severity: "error",
  from: { path: from, pathNot: tests },
  to: { path: to, dependencyTypesNot: ["type-only"] },
});

module.exports = {
  forbidden: [
    onlyFiles("widget", "^widget/", ["^widget/"]),
    onlyPackages("widget", "^widget/", []),
    noNode("widget", "^widget/"),

    onlyFiles("core", room("core"), [room("core"), failures, "^src/store/(?!generated|embedded|migrate)"]),
    onlyPackages("core", room("core"), ["zod/", "jose/", "tldts/"]),
    noNode("core", room("core")),

    onlyFiles("store", room("store"), [room("store"), failures]),
    onlyPackages("store", room("store"), ["@prisma/", "pg/", "pg-boss/", "@electric-sql/"]),
    // Processes, files and checksums: the embedded server and the migration runner.
    noNode("store", room("store"), ["^src/store/(generated/|embedded|migrate)"]),

    onlyFiles("provider", room("provider"), [room("provider"), room("core"), failures]),
    onlyTypes("provider", room("provider"), room("core")),
    {
      name: "provider-packages",
      severity: "error",
      from: { path: room("provider"), pathNot: tests },
      to: { path: "^node_modules/(next|next-auth|react|react-dom|hono|@hono/|@trpc/|@prisma/|pg|pg-boss)/" },
    },

    onlyFiles("gateway", room("gateway"), [room("gateway"), room("core"), failures, "^widget/wire\\.ts$"]),
    onlyTypes("gateway", room("gateway"), "^widget/wire\\.ts$"),
    onlyPackages("gateway", room("gateway"), ["hono/", "@hono/zod-openapi/", "zod/"]),
    noNode("gateway", room("gateway")),

    onlyFiles("console", room("console"), [room("console"), room("core"), failures]),
    onlyPackages("console", room("console"), ["@trpc/server/", "next-auth/", "zod/", "superjson/"]),
    noNode("console", room("console")),

    onlyFiles("ui", room("ui"), [room("ui"), room("console")]),
    onlyTypes("ui", room("ui"), room("console")),
    {
      name: "ui-packages",
      severity: "error",
      from: { path: room("ui"), pathNot: tests },
      to: {
        path: "^node_modules/(hono|@hono/|@trpc/server|@prisma/|pg|pg-boss|ioredis|pino|jose)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    noNode("ui", room("ui")),

    onlyFiles("worker", room("worker"), [room("worker"), room("core"), "^src/wiring\\.ts$", failures]),
    onlyPackages("worker", room("worker"), []),

    onlyFiles("command", room("command"), [
      room("(command|core|gateway|worker|store)"),
      "^src/(wiring|env|failures)\\.ts$",
      "^prisma/demo/",
    ]),
    onlyPackages("command", room("command"), ["zod/", "@hono/node-server/", "next/"]),

    onlyFiles("app", pages, [
      "^app/",
      // Shown as text.
      "^(docs/examples/|README\\.md$)",
      room("(gateway|console|ui)"),
      "^src/(wiring|env)\\.ts$",
      failures,
      "^prisma/demo/",
    ]),
    onlyPackages("app", pages, ["next/", "next-auth/", "react/", "react-dom/", "@trpc/", "geist/", "sonner/"]),

    onlyFiles("wiring", "^src/wiring\\.ts$", ["^src/(env|failures)\\.ts$", room("(core|store|provider)")]),
    onlyFiles("env", env, [env]),
    onlyPackages("env", env, ["zod/"]),
    onlyFiles("failures", failures, [failures]),
    onlyPackages("failures", failures, []),

    {
      name: "unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "circle",
      severity: "error",
      from: { pathNot: "^src/store/generated/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^src/store/generated/"] },
    exclude: { path: ["^(\\.next|dist|public)/"] },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
    },
  },
};
