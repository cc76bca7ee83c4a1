/** What happens to a sentence that no passage backs; under all but `mark` a sentence is shown after its check. */
export type Unsupported = "mark" | "strip" | "refuse";

export interface EvidenceRules {
  question: string;
  /** The turn before, where there is one. */
  previous?: { question: string; answer: string } | undefined;
  unsupported: Unsupported;
  /** Hosts that links may lead to besides those of cited sources. */
  linkHosts: readonly string[];
  /** Whether marks stand in the text. */
  citations: boolean;
  /** Never to be said: what the model was told, and what fenced the passages. */
  hidden: readonly string[];
}

/** What a model says, alone, where the passages do not answer. */
export const NO_ANSWER = "NO_ANSWER";
