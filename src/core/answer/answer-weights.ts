// Written by eval/fit-answers.ts; how, and what it is good for, stands in eval/README.md.
export const ANSWER_WEIGHTS = {
  bias: -1.5,
  threshold: 0.45,
  signs: {
    held: 2.4,
    namesMissing: -0.77,
    numbersMissing: -1.41,
    opposites: -0.67,
    deniedAlone: -2.77,
  },
};
