// A part of its own: one conversation in all tabs of a visitor. Loaded when another tab speaks.

import type { Bearer } from "../talk/bearer";
import type { Conversation } from "../talk/conversation";
import { fromSaved, type Saved } from "../talk/entry";
import type { History } from "../talk/history";
import type { Tabs, Word } from "../talk/tabs";

export interface OthersWorld {
  conversation: Conversation;
  history: History;
  bearer: Bearer;
  user(): string | null;
  /** Whether something may be taken over, and so stored, here. */
  hasBegun(): boolean;
  forget(): void;
  tell: Tabs["tell"];
}

export interface Others {
  /** Takes in what another tab says. */
  hear(word: Word): void;
  /** Shows the others what stands here. */
  share(): void;
}

export function createOthers(world: OthersWorld): Others {
  const { conversation, history, bearer, user, tell } = world;

  function share() {
    const id = conversation.id();
    if (!id) return tell({ kind: "here" });
    const saved = history.entries().filter(({ state }) => state !== "waiting");
    tell({ kind: "state", id, user: user(), held: bearer.known()?.shared(), saved });
  }

  async function hear(word: Word) {
    const mine = user();
    if (word.kind === "logout") world.forget();
    else if (word.kind === "hello") share();
    else if (word.kind === "gone" && word.id === conversation.id()) {
      // A question of ours that is under way finds out by itself.
      if (!word.lost || !conversation.isBusy()) conversation.reset();
    } else if (word.kind === "user" && mine !== null && mine !== word.user) {
      // This page's token is another's: whoever sits here now is asked for anew, or nobody.
      conversation.reset();
      bearer.known()?.identify({ jwt: undefined });
    } else if (word.kind === "state" && world.hasBegun() && word.user === mine) {
      if (word.held) (await bearer.keeper()).adopt(word.held);
      adopt(conversation, word.id, word.saved);
    }
  }

  return { hear, share };
}

/** Takes over what another tab shows, unless something of ours is under way. */
function adopt(conversation: Conversation, id: string, saved: readonly Saved[]): void {
  const known = conversation.id();
  const entries = conversation.entries();
  if (conversation.isBusy() || (known ? known !== id : entries.length > 0)) return;
  // What did not change keeps its nodes, and so selection and focus.
  const next = saved.map((one, at) => {
    const before = entries[at];
    const isSame = before?.content === one.content && before.role === one.role;
    return isSame ? Object.assign(before, fromSaved(one)) : fromSaved(one);
  });
  conversation.replace(next, id);
}
