// What the two known sets must reach, without embeddings. Other sets are measured without a target.
interface Figures {
  name: string;
  ranking: { ndcg10: number; recall5: number };
  answers: { all: Record<"abstainedUnanswerable" | "abstainedAnswerable" | "goldOfAnswerable", number | null> };
  offTopic: { auc: number } | null;
}

type Target = [
  name: string,
  read: (set: Figures) => number | null | undefined,
  limit: { least?: number; most?: number },
];

const ndcg = (least: number): Target => ["nDCG@10", ({ ranking }) => ranking.ndcg10, { least }];
const offTopic: Target = ["off-topic AUC", (set) => set.offTopic?.auc, { least: 0.97 }];
const targets: Record<string, Target[]> = {
  squad2: [
    ndcg(0.9),
    ["recall@5", ({ ranking }) => ranking.recall5, { least: 0.96 }],
    ["gold span, of the answerable", ({ answers }) => answers.all.goldOfAnswerable, { least: 0.6 }],
    ["kept back, of the unanswerable", ({ answers }) => answers.all.abstainedUnanswerable, { least: 0.35 }],
    ["kept back, of the answerable", ({ answers }) => answers.all.abstainedAnswerable, { most: 0.15 }],
    offTopic,
  ],
  stackfaq: [ndcg(0.77), offTopic],
};

/** Every target of a set with what it reached; one that was not measured (a set alone has no off-topic questions) is left out. */
export function checkTargets(set: Figures) {
  return (targets[set.name] ?? []).flatMap(([name, read, { least, most }]) => {
    const value = read(set);
    if (value === null || value === undefined) return [];
    const holds = (least === undefined || value >= least) && (most === undefined || value <= most);
    return [{ set: set.name, target: name, value, limit: least === undefined ? `≤ ${most}` : `≥ ${least}`, holds }];
  });
}
