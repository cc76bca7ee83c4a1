// One answer of a model's as it is said: patience, a second try, and what it cost.
import { chooseModel } from "@/core/answerer/choose-model";
import type { ModelUsage } from "@/core/answerer/language-model";
import { Failure } from "@/failures";
import type { PassageHit } from "@/store/search-passages";
import type { Prompt } from "./build-prompt";
import type { FoundAnswer } from "./extract-answer";
import type { ToAnswer, Writer } from "./write-answer";
import { EvidenceWriter } from "./write-evidence";

const MOST_TRIES = 2;
const MOST_TOKENS = 1000;
/** Characters of a model's that are read at all. */
const MOST_READ = 40_000;
/** How long the provider's count of an answer that is over for us is waited for. */
const DRAIN_MS = 700;
/** Of a text nobody counted: as many characters make a token in most languages and models. */
const CHARACTERS_OF_A_TOKEN = 4;

export interface Asking {
  service: ReturnType<typeof chooseModel>;
  /** Of all tries together; null where nothing was said. */
  usage: ModelUsage;
  /** Whether some of it was not counted by the provider. */
  estimated: boolean;
  firstTokenMs: number | null;
  attempts: number;
  trouble: string | null;
  said: { answer: FoundAnswer | null; refused: boolean };
}

/** How long an answer may take with its second try, milliseconds. */
export const toWholeMs = (patienceMs: number) => 3 * patienceMs;

/**
 * Asks the tenant's model, once more where that may help and nothing was shown yet. `show` hears what may be shown. Never
 * throws for a provider's sake: what went wrong is in `trouble`.
 */
export async function askModel(
  writer: Writer,
  asked: ToAnswer,
  hits: PassageHit[],
  prompt: Prompt,
  show: (text: string) => void,
): Promise<Asking> {
  const { settings, product } = writer;
  const { patienceMs } = product.platformModels;
  const whole = AbortSignal.timeout(toWholeMs(patienceMs));
  const began = performance.now();
  const asking: Asking = {
    service: null,
    usage: { inputTokens: null, outputTokens: null },
    estimated: false,
    firstTokenMs: null,
    attempts: 0,
    trouble: null,
    said: { answer: null, refused: false },
  };
  let shown = false;
  const tell = (text: string) => {
    if (text === "") return;
    shown = true;
    show(text);
  };
  while (asking.attempts < MOST_TRIES) {
    asking.attempts += 1;
    const evidence = new EvidenceWriter(hits, {
      question: asked.question,
      previous: asked.previous,
      unsupported: settings.unsupported,
      linkHosts: settings.linkHosts,
      citations: asked.citations,
      hidden: [prompt.fence, prompt.system],
    });
    const silence = openSilence(patienceMs);
    let read = 0;
    let counted: ModelUsage | null = null;
    const isOver = () => evidence.isOver || read > MOST_READ;
    try {
      asking.service = chooseModel(writer, settings);
      if (!asking.service) throw new Failure("answer_unavailable", { detail: "No model is set up." });
      const signal = AbortSignal.any([whole, silence.signal]);
      for await (const part of product.models.stream(asking.service, { ...prompt, mostTokens: MOST_TOKENS, signal })) {
        if ("usage" in part) counted = part.usage;
        else if (!isOver()) {
          read += part.text.length;
          if (part.text.trim() !== "") {
            asking.firstTokenMs ??= Math.round(performance.now() - began);
            silence.restart(patienceMs);
          }
          tell(evidence.push(part.text));
          // What comes now is read for its count alone.
          if (isOver()) silence.restart(DRAIN_MS);
        }
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (!isOver()) {
        asking.trouble = error.detail;
        if (error.retryAfterSeconds === undefined || shown || whole.aborted) return asking;
        if (asking.attempts < MOST_TRIES) await new Promise((next) => setTimeout(next, 150 + Math.random() * 350));
        continue;
      }
    } finally {
      silence.end();
      if (counted || read > 0) count(asking, counted, prompt, read);
    }
    const { text, ...said } = evidence.end();
    tell(text);
    return { ...asking, said, trouble: null };
  }
  return asking;
}

/** Aborts when nothing restarts it in time. */
function openSilence(firstMs: number) {
  const impatience = new AbortController();
  const begin = (ms: number) => setTimeout(() => impatience.abort(), ms);
  let timer = begin(firstMs);
  return {
    signal: impatience.signal,
    restart(ms: number) {
      clearTimeout(timer);
      timer = begin(ms);
    },
    end() {
      clearTimeout(timer);
      impatience.abort();
    },
  };
}

/** Adds one try: as the provider counted it, else by the length of what was sent and read. */
function count(asking: Asking, counted: ModelUsage | null, prompt: Prompt, read: number): void {
  const sent = prompt.system.length + prompt.messages.reduce((sum, { content }) => sum + content.length, 0);
  const guess = (characters: number) => Math.ceil(characters / CHARACTERS_OF_A_TOKEN);
  const { inputTokens, outputTokens } = counted ?? { inputTokens: guess(sent), outputTokens: guess(read) };
  const { usage } = asking;
  asking.estimated ||= counted === null;
  asking.usage = {
    inputTokens: inputTokens === null ? usage.inputTokens : (usage.inputTokens ?? 0) + inputTokens,
    outputTokens: outputTokens === null ? usage.outputTokens : (usage.outputTokens ?? 0) + outputTokens,
  };
}
