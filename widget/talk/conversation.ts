import type { Answer, Citation, Transcript, WireEvents, WireMessage } from "../wire";
import { withinSilence } from "./answer-reader";
import { type Entry, fromSaved, type Saved, toEntry } from "./entry";
import { type Failure, toFailure } from "./failure";
import { createFollower } from "./follower";
import type { Gateway } from "./gateway";
import type { History } from "./history";

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
  onStatus(status: Status): void;
  /** Something was said and settled: the moment to tell other tabs. */
  onSettled(id: string | null, entries: readonly Entry[]): void;
}

/** Who answers. */
export type Status = Transcript["status"];

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
  status(): Status;
  setStatus(status: Status): void;
  /** Adds a line of the widget's own. */
  note(sentence: string): void;
  /** Notes what the visitor thinks of an answer. */
  rate(entry: Entry, feedback: Entry["feedback"]): void;
  /** Takes over what another tab shows, unless something of ours is under way. */
  adopt(id: string, saved: readonly Saved[]): void;
}

type Heard = WireEvents["message.start"] & WireEvents["message.delta"] & WireEvents["message.replace"] & Citation;

/** How long an interrupted answer is waited for before its question is asked again, with the same nonce. */
const RESUME_LIMIT_MS = 20_000;

/** A conversation: messages go out one at a time, in order; each is sent until it has one answer or one failure. */
export function createConversation(world: ConversationWorld): Conversation {
  const { history } = world;
  let entries: Entry[] = [];
  let running: AbortController | null = null;
  let status: Status = "ai";
  const follower = createFollower((signal) => {
    const last = entries.findLast((entry) => entry.id)?.id;
    return world.gateway.follow(currentId() ?? "", last, (name, event) => take(name, event, signal), signal);
  });

  const currentId = () => history.conversationId();

  function add(role: Entry["role"], content: string, state: Entry["state"], nonce?: string): Entry {
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

  function settle(id: string | null) {
    remember(id);
    world.onSettled(id, entries);
  }

  function setStatus(next: Status) {
    if (next !== status) {
      status = next;
      world.onStatus(next);
    }
    if (next === "waiting" || next === "person") follower.start();
    else follower.stop();
  }

  /** What the conversation's own stream brings while a person may speak in it; true ends the stream. */
  function take(name: string, event: Record<string, unknown>, signal: AbortSignal): boolean {
    if (signal.aborted) return true;
    if (name === "conversation.status") setStatus(event.status as Status);
    const message = name === "message.done" && (event as Partial<Answer>).message;
    if (message) merge(message);
    return false;
  }

  function merge(message: WireMessage) {
    const { id, role, content, author } = message;
    const isKnown = (entry: Entry) =>
      entry.id === id || (!entry.id && entry.role === role && entry.content === content);
    if (entries.some(isKnown) || (running && role === "assistant" && author !== "person")) return;
    const entry = toEntry(message);
    entries.push(entry);
    world.onEntry(entry);
    settle(currentId());
    if (role === "assistant") world.onFinished(entry);
  }

  function hear(question: Entry, answer: Entry, name: string, event: Partial<Heard>, signal: AbortSignal) {
    if (signal.aborted) return;
    const { conversationId, text = "", content = "" } = event;
    if (name === "message.start" && conversationId) {
      question.id = event.questionId ?? question.id;
      answer.id = event.messageId;
      remember(conversationId);
    }
    if (name === "message.delta") change(answer, { content: answer.content + text, state: "streaming" });
    else if (name === "message.replace") change(answer, { content, state: "streaming" });
    else if (name === "citation") change(answer, { citations: [...answer.citations, event as Citation] });
  }

  async function ask(question: Entry, answer: Entry, signal: AbortSignal): Promise<Answer> {
    const send = (conversationId: string | null) =>
      world.gateway.ask(
        { message: question.content, nonce: question.nonce ?? world.nonce(), conversationId },
        (name, event) => hear(question, answer, name, event as Partial<Heard>, signal),
        signal,
      );
    const known = currentId();
    if (question.interrupted && question.id && known) {
      const resumed = await listen(question, answer, known, signal).catch(() => null);
      if (resumed || signal.aborted) return resumed ?? Promise.reject(new Error("stopped"));
      change(answer, { content: "", citations: [], state: "sending" });
    }
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

  /** Reads an answer that was begun for an earlier page, rather than asking for it again. */
  async function listen(question: Entry, answer: Entry, id: string, signal: AbortSignal): Promise<Answer | null> {
    const own = new AbortController();
    signal.addEventListener("abort", () => own.abort(), { signal: own.signal });
    let found: Answer | null = null;
    const take = (name: string, event: Record<string, unknown>) => {
      const said = name === "message.done" ? (event as unknown as Answer) : null;
      if (said?.message?.role === "assistant") found = said;
      else if (!said) hear(question, answer, name, event as Partial<Heard>, signal);
      return found !== null;
    };
    try {
      await withinSilence(world.gateway.follow(id, question.id, take, own.signal), RESUME_LIMIT_MS);
    } finally {
      own.abort();
    }
    return found;
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
      change(question, { state: "done", interrupted: false });
      change(answer, { ...toEntry(message), createdAt: answer.createdAt });
      settle(conversationId);
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
      change(question, { state: "done", interrupted: false });
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
        const { messages, status: now } = await world.gateway.transcript(known);
        if (currentId() !== known) return;
        setStatus(now);
        // Only what is longer than ours can be news, and only while nothing new was begun.
        if (running || messages.length <= entries.length) return;
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
      status = "ai";
      follower.stop();
      history.clear();
      world.onStatus("ai");
      world.onBusy(false);
      world.onReset();
    },
    status: () => status,
    setStatus,
    note(sentence) {
      add("note", sentence, "done");
      settle(currentId());
    },
    rate(entry, feedback) {
      entry.feedback = feedback;
      settle(currentId());
    },
    adopt(id, saved) {
      const known = currentId();
      if (running || (known ? known !== id : entries.length > 0)) return;
      // What did not change keeps its nodes, and so selection and focus.
      entries = saved.map((one, at) => {
        const before = entries[at];
        return before?.content === one.content && before.role === one.role
          ? Object.assign(before, toEntry(one))
          : toEntry(one);
      });
      remember(id);
      world.onReset();
    },
  };
}
