// Fits the weights of src/core/answer/answer-weights.ts:
//   node scripts/run.mjs eval/fit-answers.ts [--write] FOLDER FOLDER …
// and tells how they do on what they were not fitted on: each set by weights of the others, and in a set with unanswerable
// questions those about each article by weights of the others. Answerable questions count as answered; unanswerable ones,
// and such as have nothing to do with a set, as not.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { weighSentences } from "@/core/answer/find-sentences";
import { FOREIGN_QUESTIONS } from "@/core/answer/foreign-questions";
import { judgeEvidence, readSigns, type Signs, toConfidence, type Weights } from "@/core/answer/judge-evidence";
import { fitLogistic } from "./logistic";
import { percentile } from "./measures";
import { type Base, openBase, openInstallation } from "./open-base";
import { readSet } from "./read-set";

/** So many of the answerable questions may be kept back. */
const KEPT_BACK = 0.13;
const RIDGE = 10;
/** Of another set's questions, as ones that have nothing to do with this one; and of a set's without unanswerable ones. */
const EVERY_FOREIGN = 8;
const EVERY_OWN = 3;

interface Example {
  set: string;
  /** The article it was asked about; "" where that is not known. */
  article: string;
  kind: "answerable" | "unanswerable" | "foreign";
  signs: Signs;
  /** Refused whatever the weights are. */
  isRefused: boolean;
}

interface Fitted extends Weights {
  threshold: number;
}

async function toExample(base: Base, text: string, kind: Example["kind"], doc = ""): Promise<Example[]> {
  const hits = await base.search(text, 8);
  const [best] = weighSentences(text, hits.slice(0, 5));
  const article = base.set.corpus.find(({ _id }) => _id === doc)?.title ?? "";
  const isRefused = judgeEvidence(text, hits).confidence === 0;
  return best ? [{ set: base.set.name, article, kind, signs: readSigns(text, best), isRefused }] : [];
}

async function toExamples(base: Base, others: Base[]): Promise<Example[]> {
  const examples: Example[] = [];
  for (const { text, answerable, doc } of base.set.queries)
    examples.push(...(await toExample(base, text, answerable === false ? "unanswerable" : "answerable", doc)));
  const foreign = [
    ...FOREIGN_QUESTIONS.english.map((text) => ({ from: "", text })),
    ...others.flatMap(({ set }) =>
      set.queries.filter((_, place) => place % EVERY_FOREIGN === 0).map(({ text }) => ({ from: set.name, text })),
    ),
  ];
  for (const { from, text } of foreign)
    examples.push(...(await toExample(base, text, "foreign")).map((example) => ({ ...example, article: from })));
  return examples;
}

const isHard = (examples: Example[], set: string) =>
  examples.some((example) => example.set === set && example.kind === "unanswerable");

function fitWeights(examples: Example[]): Fitted {
  // Sets without unanswerable questions only keep the weights from refusing what is answerable: some will do.
  const used = examples.filter(
    ({ set, kind }, place) => isHard(examples, set) || kind === "foreign" || place % EVERY_OWN === 0,
  );
  const names = Object.keys(used[0]?.signs ?? {}) as (keyof Signs)[];
  const { weights, bias } = fitLogistic(
    used.map(({ signs }) => names.map((name) => signs[name])),
    used.map(({ kind }) => kind === "answerable"),
    RIDGE,
  );
  const round = (value: number) => Number(value.toFixed(2));
  const fitted = {
    bias: round(bias),
    signs: Object.fromEntries(names.map((name, i) => [name, round(weights[i] ?? 0)])),
  };
  const hard = used.filter(({ set }) => isHard(examples, set));
  const own = (hard.length > 0 ? hard : used).filter(({ kind }) => kind === "answerable");
  const threshold = percentile(
    own.map((example) => judge(example, fitted)),
    KEPT_BACK,
  );
  return { ...fitted, threshold: round(threshold) };
}

const judge = ({ signs, isRefused }: Example, weights: Weights) => (isRefused ? 0 : toConfidence(signs, weights));

/** Shares that are kept back, of each kind. */
function keptBack(examples: Example[], weights: (example: Example) => Fitted) {
  const share = (kind: Example["kind"]) => {
    const these = examples.filter((example) => example.kind === kind);
    const kept = these.filter((example) => judge(example, weights(example)) < weights(example).threshold);
    return these.length === 0 ? null : Number((kept.length / these.length).toFixed(3));
  };
  return { answerable: share("answerable"), unanswerable: share("unanswerable"), foreign: share("foreign") };
}

function tellHeldOut(examples: Example[], sets: string[]) {
  const rows = [];
  for (const set of sets) {
    const own = examples.filter((example) => example.set === set);
    const rest = examples.filter((example) => example.set !== set && example.article !== set);
    if (rest.length > 0) {
      const fitted = fitWeights(rest);
      rows.push({ judged: set, "fitted on": "the other sets", ...keptBack(own, () => fitted) });
    }
    if (!isHard(examples, set)) continue;
    const articles = [...new Set(own.filter(({ kind }) => kind !== "foreign").map(({ article }) => article))];
    const byArticle = new Map(
      articles.map((article) => [
        article,
        fitWeights(examples.filter((one) => one.set !== set || one.article !== article)),
      ]),
    );
    const asked = own.filter(({ kind }) => kind !== "foreign");
    const all = fitWeights(examples);
    rows.push({
      judged: set,
      "fitted on": "all but its article",
      ...keptBack(asked, (one) => byArticle.get(one.article) ?? all),
    });
  }
  console.table(rows);
}

/** What goes when a sign goes: judged by article, as above. */
function tellAblation(examples: Example[]) {
  const names = Object.keys(examples[0]?.signs ?? {}) as (keyof Signs)[];
  const without = (dropped: string) =>
    examples.map((example) => ({
      ...example,
      signs: Object.fromEntries(
        names.filter((name) => name !== dropped).map((name) => [name, example.signs[name]]),
      ) as Signs,
    }));
  console.table(
    ["", ...names].flatMap((dropped) => {
      const left = without(dropped);
      const hard = left.filter(({ set, kind }) => isHard(left, set) && kind !== "foreign");
      const byArticle = new Map(
        [...new Set(hard.map(({ article }) => article))].map((article) => [
          article,
          fitWeights(left.filter((one) => one.article !== article)),
        ]),
      );
      const all = fitWeights(left);
      return [
        {
          without: dropped || "nothing",
          ...keptBack(hard, (one) => byArticle.get(one.article) ?? all),
          foreign: keptBack(left, () => all).foreign,
        },
      ];
    }),
  );
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: "boolean" } } });
  const installation = await openInstallation();
  const bases: Base[] = [];
  for (const folder of positionals) bases.push(await openBase(installation, readSet(folder)));
  const examples: Example[] = [];
  for (const base of bases)
    examples.push(
      ...(await toExamples(
        base,
        bases.filter((other) => other !== base),
      )),
    );
  await installation.close();
  tellHeldOut(
    examples,
    bases.map(({ set }) => set.name),
  );
  tellAblation(examples);
  const { bias, threshold, signs } = fitWeights(examples);
  console.log(
    { bias, threshold, signs },
    keptBack(examples, () => ({ bias, threshold, signs })),
  );
  if (!values.write) return;
  writeFileSync(
    `${import.meta.dirname}/../src/core/answer/answer-weights.ts`,
    `// Written by eval/fit-answers.ts; how, and what it is good for, stands in eval/README.md.\nexport const ANSWER_WEIGHTS = ${JSON.stringify({ bias, threshold, signs }, null, 2)};\n`,
  );
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
