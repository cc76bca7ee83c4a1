/** A source, a question, and an answer that the source backs. */
export type Row = readonly [source: string, question: string, answer: string];
