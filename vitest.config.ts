import { defineConfig } from "vitest/config";

const alias = { "@": `${import.meta.dirname}/src` };
const exclude = ["**/node_modules/**", "**/.next/**"];

// unit: no database. database: one real Postgres for the run, a fresh tenant per test. browser: the built product.
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
          name: "browser",
          include: ["tests/**/*.browser.test.ts"],
          exclude,
          fileParallelism: false,
          // A browser on a busy machine may miss a beat; whoever fails twice is broken.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
