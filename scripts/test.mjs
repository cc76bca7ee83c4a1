// npm test: the whole gate. npm run check (--check): the part that needs no database and no browser.
import "./node-version.mjs";
import { gateNote, gateStep, node, summarize, vitest } from "./gate.mjs";
import { installDependencies } from "./install.mjs";
import { main } from "./say.mjs";

const bin = (file) => `node_modules/${file}`;

main(async () => {
  installDependencies();
  const steps = await import("./build-steps.mjs");
  const { requireFence } = await import("./fence.mjs");
  const everything = !process.argv.includes("--check");

  // Biome's launcher is a script that starts its own binary.
  await gateStep("format and lint", () => node([bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings"]));
  await gateStep("types", async () => {
    await steps.generateClient();
    await node([bin("next/dist/bin/next"), "typegen"]);
    for (const project of [".", "src/core", "widget"])
      await node([bin("typescript/bin/tsc"), "--noEmit", "-p", project]);
  });
  await gateStep("fence", () => requireFence());
  await gateStep("dead code", () => node([bin("knip/bin/knip.js"), "--no-progress", "--no-config-hints"]));
  await gateStep("unit", () => vitest("unit"));
  if (everything) await databaseSteps();
  await gateStep("build", () => steps.buildAll());
  if (everything) await processStep();
  if (everything) await browserStep();
  process.exit(summarize());
});

async function databaseSteps() {
  await gateStep("database, embedded", () => vitest("database"));
  const { findServices } = await import("./real-services.mjs");
  const found = await findServices();
  const { TEST_DATABASE_URL: postgres, TEST_REDIS_URL: redis } = found;
  if (!postgres && !redis) return gateNote("database, services", "not run: neither Postgres nor Redis answers here");
  const on = `${postgres ? "Postgres" : "embedded (no Postgres answers)"}, ${redis ? "Redis" : "no Redis answers"}`;
  await gateStep("database, services", async () => {
    const counts = await vitest("database", found);
    return { ...counts, note: [`on ${on}`, counts.note].filter(Boolean).join("; ") };
  });
}

async function processStep() {
  const { findServices } = await import("./real-services.mjs");
  const { TEST_DATABASE_URL: postgres, TEST_REDIS_URL: redis } = await findServices();
  const lacking = [!postgres && "Postgres", !redis && "Redis"].filter(Boolean).join(" and no ");
  await gateStep("processes and faults", async () => {
    const counts = await vitest("process");
    const note = lacking ? `NOT PROVEN on several processes: no ${lacking} answers here` : "on Postgres and Redis";
    return { ...counts, note: [counts.note, note].filter(Boolean).join("; ") };
  });
}

async function browserStep() {
  const { requireChromium } = await import("./chromium.mjs");
  let chromium;
  await gateStep("chromium", () => {
    chromium = requireChromium();
    return chromium;
  });
  if (chromium) await gateStep("browser", () => vitest("browser", { CHROMIUM_PATH: chromium }));
}
