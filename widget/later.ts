// What few visitors need, each a part of its own that is loaded when it is first used.

import type { LauncherWords } from "./labels";
import type { Chunk } from "./load-chunk";
import { overlay } from "./view/kit";

export interface Parts {
  attach: typeof import("./extra/attach");
  bubbles: typeof import("./extra/bubbles");
  consent: typeof import("./extra/consent");
  desk: typeof import("./extra/desk");
  judge: typeof import("./extra/judge");
  mend: typeof import("./extra/mend");
  others: typeof import("./extra/others");
  person: typeof import("./extra/person");
  recall: typeof import("./extra/recall");
  proof: typeof import("./extra/proof");
  table: typeof import("./extra/table");
  tokens: typeof import("./extra/tokens");
}

type Deeds = Parts["desk"];
/** Does something to the conversation besides talking, by a part that is loaded for it. */
export type Desk = <Deed extends keyof Deeds>(
  deed: Deed,
  ...about: Parameters<Deeds[Deed]> extends [unknown, ...infer Rest] ? Rest : never
) => Promise<unknown>;

type Language = "de" | "fr" | "es" | "pt" | "ja" | "ar";

/** The list of the parts, a part of its own: most visits need none. */
declare const PARTS: Chunk;

export interface Later {
  /** Rejects when the part cannot be had. */
  part<Name extends keyof Parts>(name: Name): Promise<Parts[Name]>;
  /** Words in the visitor's language, with the page's own laid over them. */
  words<T extends object>(english: T): T;
}

/** Resolves when the visitor's language is there, or cannot be had: then it is English. */
export async function createLater(
  load: <Part>(chunk: Chunk) => Promise<Part>,
  locale: string,
  strings: Record<string, unknown> | undefined,
): Promise<Later> {
  const part = async <Part>(name: keyof Parts | Language) => {
    const { parts } = await load<{ parts: Record<string, Chunk> }>(PARTS);
    return load<Part>(parts[name] as Chunk);
  };
  const [, name] = /^(de|fr|es|pt|ja|ar)\b/i.exec(locale) ?? [];
  const spoken =
    name &&
    (await part<{ language: LauncherWords & Record<string, string> }>(name.toLowerCase() as Language).catch(
      () => null,
    ));
  return {
    part,
    words: (english) => overlay(overlay(english, (spoken || undefined)?.language), strings),
  };
}
