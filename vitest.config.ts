import { defineConfig } from "vitest/config";

const alias = { "@": `${import.meta.dirname}/src` };
const exclude = ["**/node_modules/**", "**/.next/**"];

// unit: no database. database: one real Postgres for the run, a fresh tenant per test. process: the built product as
// processes. browser: the built product in a browser.
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{src,widget,eval,scripts}/**/*.test.ts"],
          exclude: [...exclude, "**/*.database.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["{src,tests}/**/*.database.test.ts"],
          exclude,
          globalSetup: ["tests/database.setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "process",
          include: ["tests/**/*.process.test.ts"],
          exclude,
          fileParallelism: false,
          // Proofs of concurrency and of faults: what fails once in a while is broken.
          retry: 0,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "browser",
          include: ["tests/**/*.browser.test.ts"],
          exclude,
          fileParallelism: false,
          // A browser on a busy machine may miss a beat; whoever fails twice is broken.
          retry: 1,
          testTimeout: 120_000,
          // What a press leads to is waited for; what must be quick is measured where it matters.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
