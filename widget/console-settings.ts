import type { Options } from "./options/options";
import type { Intro } from "./view/message-list";
import type { WidgetSettings } from "./wire";
import type { Words } from "./words";

/** What the console says of this widget, as far as it has said it. */
export interface ConsoleSettings {
  known(): WidgetSettings | null;
  /** Until the console has answered, or will not. */
  isLoading(): boolean;
  /** Asks, once; again only after it failed. */
  load(): void;
}

/**
 * `ask` gets them; `onFailure` gives the sentence to say, empty for none; `onChange` is called whenever they changed,
 * with the sentence for a refusal, if there was one.
 */
export function createConsoleSettings(
  ask: () => Promise<WidgetSettings>,
  onFailure: (thrown: unknown) => Promise<string>,
  onChange: (settings: WidgetSettings | null, warning: string) => void,
): ConsoleSettings {
  let known: WidgetSettings | null = null;
  let isLoading = true;
  let isAsking = false;

  async function load() {
    if (isAsking || known) return;
    isAsking = true;
    let warning = "";
    try {
      known = await ask();
    } catch (thrown) {
      warning = await onFailure(thrown);
    }
    isAsking = isLoading = false;
    onChange(known, warning);
  }
  return { known: () => known, isLoading: () => isLoading, load };
}

type Heard = Pick<ConsoleSettings, "known" | "isLoading">;

/** The page's title, else the console's, else ours; blank rather than wrong while the console's is on its way. */
export function titleOf(options: Options, { known, isLoading }: Heard, words: Words): string {
  return options.title ?? (known()?.title || (isLoading() ? "" : words.title));
}

/** What stands in an empty conversation, by the same rule. */
export function introOf({ introText, showIntro }: Options, { known, isLoading }: Heard, words: Words): Intro {
  if (showIntro === false) return { text: introText, questions: [] };
  const usual = isLoading() ? undefined : known()?.introText || words.introText;
  return { text: introText ?? usual, questions: known()?.suggestedQuestions ?? [] };
}
