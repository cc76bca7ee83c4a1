// Quality on public sets, through the product's own ingest, search and answers:
//   npm run eval -- [--report FILE] FOLDER [FOLDER …]
//   npm run eval -- --compare BEFORE AFTER
// On an embedded database in memory, or throw-away tenants of DATABASE_URL. Prints tables, then one line of JSON. The exit
// code says whether the known sets reached their targets.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ANSWER_WEIGHTS } from "@/core/answer/answer-weights";
import { compareReports } from "./compare-reports";
import { judgeAnswers, measureOffTopic, measureRanking, summarize, sweep } from "./measure-base";
import { openBase, openInstallation } from "./open-base";
import { readSet } from "./read-set";
import { checkTargets } from "./targets";

async function measure(folders: string[]) {
  // Now: the files may change while it runs.
  const run = describeRun();
  const evalSets = folders.map(readSet);
  const installation = await openInstallation();
  try {
    const sets = [];
    for (const set of evalSets) {
      const base = await openBase(installation, set);
      const ranking = await measureRanking(base);
      const judged = await judgeAnswers(base, "measured");
      const foreign = evalSets.filter((other) => other !== set).flatMap(({ queries }) => queries);
      const figures = {
        name: set.name,
        ranking,
        topicLine: Number(base.topicLine.toFixed(3)),
        answers: {
          all: summarize(judged),
          atFixedLine: summarize(await judgeAnswers(base, "fixed")),
        },
        tradeOff: sweep(judged),
        offTopic: foreign.length > 0 ? await measureOffTopic(base, foreign) : null,
      };
      sets.push({ ...figures, targets: checkTargets(figures) });
    }
    return { ...run, database: installation.database, sets };
  } finally {
    await installation.close();
  }
}

/** What was measured: reports of two commits can be told apart. */
function describeRun() {
  const git = (...words: string[]) => {
    try {
      return execFileSync("git", words, { cwd: import.meta.dirname, encoding: "utf8" }).trim();
    } catch {
      return "";
    }
  };
  return {
    commit: (git("rev-parse", "HEAD") || "unknown") + (git("status", "--porcelain") ? " and changes" : ""),
    date: new Date().toISOString(),
    weights: createHash("sha256").update(JSON.stringify(ANSWER_WEIGHTS)).digest("hex").slice(0, 16),
    threshold: ANSWER_WEIGHTS.threshold,
  };
}

/** Returns whether every target holds. */
async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { report: { type: "string" }, compare: { type: "boolean" } },
  });
  const [first, second] = positionals;
  if (values.compare) {
    console.table(compareReports(first ?? "", second ?? ""));
    return true;
  }
  if (!first) throw new Error("Name one or more folders: npm run eval -- FOLDER [FOLDER …]");
  const report = await measure(positionals);
  console.table(report.sets.map(({ name, ranking, topicLine }) => ({ name, ...ranking, topicLine })));
  for (const { name, answers, tradeOff, offTopic } of report.sets) {
    console.log(
      `${name}: the extractive answer at threshold ${report.threshold}, and its trade-off over the threshold`,
    );
    console.table(answers);
    console.table(tradeOff);
    if (offTopic) console.log("off topic:", offTopic);
  }
  console.log(`commit ${report.commit}, weights ${report.weights}, database: ${report.database}`);
  const targets = report.sets.flatMap(({ targets: own }) => own);
  if (targets.length > 0) console.table(targets);
  console.log(JSON.stringify(report));
  if (values.report) writeFileSync(values.report, `${JSON.stringify(report, null, 2)}\n`);
  return targets.every(({ holds }) => holds);
}

main().then(
  (holds) => process.exit(holds ? 0 : 1),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
