// An answer that is being written while its visitor reads along.
import type { Answer } from "./conversation";

export interface Writing {
  /** The answer as it is stored meanwhile: pending. */
  begun: Answer;
  /** What may be shown as it is said; the whole may differ from it. */
  texts: AsyncIterable<string>;
  /** Finished and stored, whether or not anybody reads along. */
  whole: Promise<Answer>;
}

/** Begins to write: `write` hears what to do with each text that may be shown. */
export function beginWriting(begun: Answer, write: (show: (text: string) => void) => Promise<Answer>): Writing {
  const waiting: string[] = [];
  let isOver = false;
  let wake = () => {};
  const whole = write((text) => {
    waiting.push(text);
    wake();
  }).finally(() => {
    isOver = true;
    wake();
  });
  // Whoever reads along hears of a failure there; nobody else has to.
  whole.catch(() => {});
  async function* read(): AsyncGenerator<string> {
    for (;;) {
      const text = waiting.splice(0).join("");
      if (text !== "") yield text;
      else if (isOver) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }
  return { begun, texts: read(), whole };
}
