import type { Transcript } from "../wire";
import { type Asked, ask } from "./asking";
import { type Entry, isUnderWay, toEntry } from "./entry";
import { toFailure } from "./failure";
import type { History } from "./history";

export interface ConversationWorld extends Asked {
  history: History;
  /** The end of the widget: nothing is sent any more, and what was under way waits for the next one. */
  signal: AbortSignal;
  isOnline(): boolean;
  onEntry(entry: Entry): void;
  onReset(): void;
  onBusy(busy: boolean): void;
  onFinished(entry: Entry): void;
  /** Gives the sentence the visitor reads. */
  onFailure(thrown: unknown): Promise<string>;
  onStatus(status: Status): void;
  /** The moment to tell other tabs. */
  onSettled(): void;
}

export type Status = Transcript["status"];

export interface Conversation {
  entries(): readonly Entry[];
  id(): string | null;
  send(message: string): void;
  /** Asks once more what a stopped or failed answer stands for. */
  retry(answer: Entry): void;
  stop(): void;
  /** Sends what waits, if nothing is under way and there is a network. */
  resume(): Promise<void>;
  /** Forgets everything and begins anew. */
  reset(): void;
  status(): Status;
  setStatus(status: Status): void;
  /** Adds a line of the gateway's, or of the widget's own (`toNote`). */
  add(entry: Entry): void;
  /** Keeps what was done to an entry, here and in the other tabs. */
  settle(): void;
  /** Shows these in place of what there was; with an id, as that conversation. */
  replace(entries: Entry[], id?: string): void;
  change(entry: Entry, next: Partial<Entry>): void;
  remember(id?: string | null): void;
  isBusy(): boolean;
}

/** Messages go out one at a time, in order; each is sent until it has one answer or one failure. */
export function createConversation(world: ConversationWorld): Conversation {
  const { history } = world;
  let entries: Entry[] = [];
  let running: AbortController | null = null;
  let status: Status = "ai";

  const id = () => history.conversationId();
  const remember = (known = id()) => history.save(known, entries);

  function begin(role: Entry["role"], content: string, state: Entry["state"], nonce?: string, at = entries.length) {
    const entry: Entry = { role, content, citations: [], state, createdAt: new Date().toISOString(), nonce };
    entries.splice(at, 0, entry);
    world.onEntry(entry);
    return entry;
  }

  /** An answer stands below its question, also when that one is asked again further up. */
  function beginAnswer(question: Entry): Entry {
    const at = entries.indexOf(question) + 1;
    const isLast = !entries[at];
    const answer = begin("assistant", "", "sending", undefined, at);
    if (!isLast) world.onReset();
    return answer;
  }

  function change(entry: Entry, next: Partial<Entry>) {
    Object.assign(entry, next);
    if (entries.includes(entry)) world.onEntry(entry);
  }

  const settle = (known = id()) => {
    remember(known);
    world.onSettled();
  };

  async function resume() {
    const question = entries.find((entry) => entry.state === "waiting");
    if (running || !question || !world.isOnline() || world.signal.aborted) return;
    const turn = new AbortController();
    const { signal } = turn;
    running = turn;
    world.onBusy(true);
    change(question, { state: "sending" });
    // Stored before it is answered: a reload in between sends it again with the same nonce and gets the one answer.
    remember();
    const answer = beginAnswer(question);
    try {
      const { conversationId, message } = await ask(own, world, question, answer, signal);
      if (signal.aborted) return;
      change(question, { state: "done", interrupted: false });
      change(answer, { ...toEntry(message), createdAt: answer.createdAt });
      settle(conversationId);
      world.onFinished(answer);
    } catch (thrown) {
      if (!signal.aborted) await fail(question, answer, thrown, signal);
    } finally {
      if (running === turn) rest();
    }
  }

  function rest() {
    running = null;
    world.onBusy(false);
    void resume();
  }

  async function fail(question: Entry, answer: Entry, thrown: unknown, signal: AbortSignal) {
    if (!toFailure(thrown).status && !world.isOnline()) {
      entries = entries.filter((entry) => entry !== answer);
      question.state = "waiting";
      world.onReset();
    } else {
      const trouble = await world.onFailure(thrown);
      // Meanwhile the visitor may have stopped it.
      if (signal.aborted) return;
      change(question, { state: "done", interrupted: false });
      change(answer, { state: "failed", trouble });
    }
    remember();
  }

  function setStatus(next: Status) {
    if (next === status) return;
    status = next;
    world.onStatus(status);
  }

  world.signal.addEventListener("abort", () => running?.abort());

  const own: Conversation = {
    entries: () => entries,
    id,
    send(message) {
      begin("user", message, "waiting", world.nonce());
      remember();
      void resume();
    },
    retry(answer) {
      const at = entries.indexOf(answer);
      const question = entries.slice(0, at).findLast(({ role }) => role === "user");
      if (!question) return;
      entries.splice(at, 1);
      question.state = "waiting";
      world.onReset();
      void resume();
    },
    stop() {
      if (!running) return;
      running.abort();
      for (const entry of entries) {
        if (isUnderWay(entry)) change(entry, { state: entry.role === "user" ? "done" : "stopped" });
      }
      remember();
      rest();
    },
    resume,
    reset() {
      running?.abort();
      running = null;
      history.clear();
      setStatus("ai");
      world.onBusy(false);
      entries = [];
      world.onReset();
    },
    status: () => status,
    setStatus,
    add(entry) {
      entries.push(entry);
      world.onEntry(entry);
      settle();
    },
    settle,
    replace(next, known) {
      entries = next;
      if (known) remember(known);
      world.onReset();
    },
    change,
    remember,
    isBusy: () => !!running,
  };
  return own;
}
