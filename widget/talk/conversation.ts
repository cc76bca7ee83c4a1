import type { Answer, Citation, WireEvents } from "../wire";
import { type Failure, toFailure } from "./failure";
import type { Gateway } from "./gateway";
import type { History, Saved } from "./history";

export type EntryState = "waiting" | "sending" | "streaming" | "done" | "stopped" | "failed";

/** One thing the visitor sees in the conversation; `note` is the widget's own voice. */
export interface Entry {
  role: "user" | "assistant" | "note";
  content: string;
  citations: Citation[];
  state: EntryState;
  createdAt: string;
  nonce?: string | undefined;
  failure?: Failure;
}

export interface ConversationWorld {
  gateway: Gateway;
  history: History;
  nonce(): string;
  now(): number;
  isOnline(): boolean;
  /** The sentence of the note that stands where a conversation was lost. */
  startingOver(): string;
  onEntry(entry: Entry): void;
  /** Everything changed: draw `entries()` again. */
  onReset(): void;
  onBusy(busy: boolean): void;
  onFinished(entry: Entry): void;
  onFailure(failure: Failure): void;
}

export interface Conversation {
  entries(): readonly Entry[];
  id(): string | null;
  send(message: string): void;
  retry(): void;
  stop(): void;
  /** The network is back: sends what waits. */
  resume(): void;
  /** Brings back what an earlier page of this tab showed and asks the gateway for what came since. */
  restore(): Promise<void>;
  /** Forgets everything and begins anew. */
  reset(): void;
}

type Heard = WireEvents["message.start"] & WireEvents["message.delta"] & WireEvents["message.replace"] & Citation;

/** A conversation: messages go out one at a time, in order; each is sent until it has one answer or one failure. */
export function createConversation(world: ConversationWorld): Conversation {
  const { history } = world;
  let entries: Entry[] = [];
  let running: AbortController | null = null;

  const currentId = () => history.conversationId();

  function add(role: Entry["role"], content: string, state: EntryState, nonce?: string): Entry {
    const entry: Entry = { role, content, citations: [], state, createdAt: new Date(world.now()).toISOString(), nonce };
    entries.push(entry);
    world.onEntry(entry);
    return entry;
  }

  function change(entry: Entry, next: Partial<Entry>) {
    Object.assign(entry, next);
    if (entries.includes(entry)) world.onEntry(entry);
  }

  const remember = (id: string | null) => history.save(id, entries);

  function hear(answer: Entry, name: string, event: Partial<Heard>, signal: AbortSignal) {
    if (signal.aborted) return;
    const { conversationId, text = "", content = "" } = event;
    if (name === "message.start" && conversationId) remember(conversationId);
    else if (name === "message.delta") change(answer, { content: answer.content + text, state: "streaming" });
    else if (name === "message.replace") change(answer, { content, state: "streaming" });
    else if (name === "citation") change(answer, { citations: [...answer.citations, event as Citation] });
  }

  async function ask(question: Entry, answer: Entry, signal: AbortSignal): Promise<Answer> {
    const send = (conversationId: string | null) =>
      world.gateway.ask(
        { message: question.content, nonce: question.nonce ?? world.nonce(), conversationId },
        (name, event) => hear(answer, name, event as Partial<Heard>, signal),
        signal,
      );
    try {
      return await send(currentId());
    } catch (thrown) {
      const { code } = toFailure(thrown);
      const isLost = code === "conversation_not_found" || code === "conversation_closed";
      if (!isLost || !currentId() || signal.aborted) throw thrown;
      remember(null);
      entries.splice(entries.indexOf(question), 0, toEntry({ ...answer, role: "note", content: world.startingOver() }));
      world.onReset();
      return send(null);
    }
  }

  async function pump() {
    const question = entries.find((entry) => entry.state === "waiting");
    if (running || !question || !world.isOnline()) return;
    const turn = new AbortController();
    running = turn;
    world.onBusy(true);
    change(question, { state: "sending" });
    // Stored before it is answered: a reload in between sends it again with the same nonce and gets the one answer.
    remember(currentId());
    const answer = add("assistant", "", "sending");
    try {
      const { conversationId, message } = await ask(question, answer, turn.signal);
      if (turn.signal.aborted) return;
      change(question, { state: "done" });
      change(answer, { ...toEntry(message), createdAt: answer.createdAt });
      remember(conversationId);
      world.onFinished(answer);
    } catch (thrown) {
      if (turn.signal.aborted) return;
      fail(question, answer, toFailure(thrown));
    } finally {
      if (running === turn) {
        running = null;
        world.onBusy(false);
        void pump();
      }
    }
  }

  function fail(question: Entry, answer: Entry, failure: Failure) {
    if (!failure.status && !world.isOnline()) {
      entries = entries.filter((entry) => entry !== answer);
      question.state = "waiting";
      world.onReset();
    } else {
      change(question, { state: "done" });
      change(answer, { state: "failed", failure });
      world.onFailure(failure);
    }
    remember(currentId());
  }

  function stop() {
    if (!running) return;
    running.abort();
    running = null;
    for (const entry of entries) {
      if (entry.role === "user" && entry.state === "sending") change(entry, { state: "done" });
      if (entry.role === "assistant" && (entry.state === "sending" || entry.state === "streaming")) {
        change(entry, { state: "stopped" });
      }
    }
    remember(currentId());
    world.onBusy(false);
    void pump();
  }

  return {
    entries: () => entries,
    id: currentId,
    send(message) {
      add("user", message, "waiting", world.nonce());
      remember(currentId());
      void pump();
    },
    retry() {
      const last = entries.at(-1);
      if (running || last?.role !== "assistant" || last.state === "done") return;
      const question = entries.at(-2);
      if (question?.role !== "user") return;
      entries.pop();
      question.state = "waiting";
      world.onReset();
      void pump();
    },
    stop,
    resume: () => void pump(),
    async restore() {
      const saved = history.entries();
      const known = currentId();
      entries = [...saved.map(fromSaved), ...entries];
      world.onReset();
      await pump();
      if (!known || running) return;
      try {
        const { messages } = await world.gateway.transcript(known);
        // Only what is longer than ours can be news, and only while nothing new was begun.
        if (currentId() !== known || running || messages.length <= entries.length) return;
        entries = messages.map(toEntry);
        world.onReset();
      } catch {
        // What this tab remembers is shown; if the conversation is gone, the next message will find out.
      }
    },
    reset() {
      running?.abort();
      running = null;
      entries = [];
      history.clear();
      world.onBusy(false);
      world.onReset();
    },
  };
}

function toEntry({ role, content, citations = [], createdAt }: Saved): Entry {
  return { role, content, citations, createdAt, state: "done" };
}

function fromSaved(saved: Saved): Entry {
  return { ...toEntry(saved), ...(saved.waiting && { state: "waiting", nonce: saved.nonce }) };
}
