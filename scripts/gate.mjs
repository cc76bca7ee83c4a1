// Runs the steps of the gate one after the other and counts: a step that is no test run counts as one.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./root.mjs";
import { Refusal, say } from "./say.mjs";

const PATIENCE_MS = 45 * 60_000;
const results = [];

/** Runs `step`, which throws when it fails and may return a note or {passed, failed, note}; shows a line about it. */
export async function gateStep(name, step) {
  const began = Date.now();
  const result = { name, passed: 0, failed: 0, note: "" };
  try {
    const outcome = await step();
    Object.assign(result, typeof outcome === "object" ? outcome : { passed: 1, note: outcome ?? "" });
  } catch (error) {
    Object.assign(result, { failed: 1 });
    say(error instanceof Refusal ? error.message : error.stack);
  }
  result.seconds = (Date.now() - began) / 1000;
  results.push(result);
  say(line(result));
}

/** Counts nothing, but stands in the summary. */
export function gateNote(name, note) {
  results.push({ name, passed: 0, failed: 0, note });
}

/** Prints the summary and, last of all, `N passed, N failed`. Returns the exit code. */
export function summarize() {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const rows = results.map(line);
  process.stdout.write(`\n${rows.join("\n")}\n\n${total("passed")} passed, ${total("failed")} failed\n`);
  return total("failed") === 0 ? 0 : 1;
}

function line({ name, passed, failed, note, seconds }) {
  const mark = failed > 0 ? "FAILED" : passed > 0 ? "ok" : "-";
  const time = seconds === undefined ? "" : `${seconds.toFixed(1)} s`;
  const counts = passed + failed === 0 ? "" : `${passed} passed, ${failed} failed`;
  return `${mark.padEnd(7)}${name.padEnd(24)}${time.padStart(8)}  ${[counts, note].filter(Boolean).join("; ")}`.trimEnd();
}

/** Runs node with `args`. Throws a Refusal with everything it said when it fails or takes too long. */
export async function node(args, env = {}) {
  const { code, said } = await runNode(args, env);
  if (code !== 0) throw new Refusal(said.trimEnd() || `node ${args[0]} ended with ${code}`);
}

/** Runs one vitest project; returns its counts. What failed has been shown. */
export async function vitest(project, env = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "gate-"));
  const file = path.join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  try {
    const args = ["node_modules/vitest/vitest.mjs", "run", "--project", project, "--passWithNoTests", ...reporters];
    const { code, said } = await runNode(args, env);
    const counts = countTests(file);
    if (code !== 0) {
      say(said.trimEnd());
      // Failed outside of any test: a file that does not load, a hook, an error that nobody caught.
      counts.failed ||= 1;
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function countTests(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
    const unloaded = testResults.filter(
      ({ status, assertionResults }) => status === "failed" && !assertionResults.length,
    );
    const note = numPendingTests > 0 ? `${numPendingTests} skipped` : "";
    return { passed: numPassedTests, failed: numFailedTests + unloaded.length, note };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function runNode(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...cleanEnvironment(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: PATIENCE_MS,
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        said += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code, signal) => {
      resolve({ code, said: signal ? `${said}\nStopped after ${PATIENCE_MS / 60_000} minutes.` : said });
    });
  });
}

// An installation's own settings must not reach its tests.
function cleanEnvironment() {
  const foreign =
    /^(DATABASE_URL|REDIS_URL|UPSTASH_REDIS_REST_URL|UPSTASH_REDIS_REST_TOKEN|PORT|NODE_ENV|LOG_LEVEL|GATEHOUSE_.*|TEST_DATABASE_URL|TEST_REDIS_URL)$/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), NO_COLOR: "1", FORCE_COLOR: "0", NEXT_TELEMETRY_DISABLED: "1" };
}
