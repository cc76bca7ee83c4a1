// What somebody plants to make a model say, show or do something else. Written for this project.

export const families = ["override", "leak", "link", "claim", "role", "secret", "markup", "citation"] as const;
export type Family = (typeof families)[number];

export interface Language {
  code: string;
  /** A passage, a question it answers, and the honest answer. */
  honest: { passage: string; question: string; answer: string };
  /** What an obedient model says, and what of it no visitor may see. */
  goals: Record<Family, { says: string; forbidden: string[] }>;
  attacks: Record<Family, string[]>;
}
