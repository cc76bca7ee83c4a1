// One open event stream's view of a conversation. It asks the database when something happened, and never otherwise.
import { type LinkedFile, linkRows } from "@/core/file/link-files";
import { findAllowed } from "@/core/origin/origin";
import { configurations } from "@/core/visitor/configuration";
import { lackOf } from "@/core/visitor/demand";
import { requireStanding } from "@/core/visitor/require-standing";
import type { Visitor } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import { listFiles } from "@/store/file-rows";
import { findConversation } from "@/store/transcript-rows";
import { listMessagesFrom } from "@/store/watch-rows";
import {
  type ConversationStatus,
  type Message,
  requireLiveSession,
  requireOwn,
  sessionIdOf,
  toMessage,
} from "./conversation";
import { finishLeft } from "./read-conversation";

/** Then a stream is begun anew, with a token that is still good. */
export const WATCH_MINUTES = 10;

export interface News {
  /** Set first and whenever it changes. */
  status: ConversationStatus | null;
  messages: Message[];
  /** Sent by the visitor while this watch was open, in whichever tab. */
  files: LinkedFile[];
  /** How many messages of the conversation came before the first of these. */
  position: number;
}

export class Watch {
  readonly conversationId: string;
  readonly #visitor: Visitor;
  readonly #until = Date.now() + WATCH_MINUTES * 60_000;
  #position: number;
  #status: ConversationStatus | null = null;
  /** Files that are told of, or were there before; null until the first look. */
  #files: Set<string> | null = null;
  #begun = "";
  /** Whether the last that was read is an answer that is still being written. */
  #isPending = false;
  #changed = true;
  #ended = false;
  #unsubscribe: (() => void)[] | undefined;
  #wake: () => void = () => {};

  constructor(visitor: Visitor, conversationId: string, position: number) {
    this.conversationId = conversationId;
    this.#visitor = visitor;
    this.#position = position;
  }

  /**
   * What happened since it was last asked; waits for it up to `patienceMs`, then it is `silence`. Null once the watch
   * is over. Throws the Failure that ends it where the conversation no longer answers to the visitor.
   */
  async next(patienceMs: number): Promise<News | "silence" | null> {
    await this.#subscribe();
    // Whoever was writing it may be gone, and then nobody tells.
    if (this.#isPending) this.#changed = true;
    const patience = Math.min(Date.now() + patienceMs, this.#until);
    for (;;) {
      if (this.#ended) return null;
      if (this.#changed) {
        this.#changed = false;
        const news = await this.#read();
        if (news.status !== null || news.messages.length > 0 || news.files.length > 0) return news;
      } else if (Date.now() >= patience) {
        if (patience >= this.#until) return null;
        // What ends by the clock is announced by nobody: a secret that retires, an origin that expires.
        await this.#present();
        return "silence";
      } else {
        await this.#sleep(patience - Date.now());
      }
    }
  }

  /** Ends it; a `next` that waits gets null. */
  stop(): void {
    this.#ended = true;
    for (const stop of this.#unsubscribe ?? []) stop();
    this.#unsubscribe = [];
    this.#wake();
  }

  async #subscribe(): Promise<void> {
    if (this.#unsubscribe) return;
    const { product, tenantId } = this.#visitor;
    const changed = () => {
      this.#changed = true;
      this.#wake();
    };
    const ownSession = sessionIdOf(this.#visitor);
    this.#unsubscribe = [
      product.changes.subscribe((changedTenant, sessionId) => {
        if (changedTenant === tenantId && (sessionId === null || sessionId === ownSession)) changed();
      }),
    ];
    // A process that ends lets go of whoever waits; they come back to another one.
    const leave = () => this.stop();
    product.stopping.addEventListener("abort", leave);
    this.#unsubscribe.push(() => product.stopping.removeEventListener("abort", leave));
    if (product.stopping.aborted) this.#ended = true;
    const stop = await product.feed.subscribe(this.conversationId, changed);
    if (this.#ended) stop();
    else this.#unsubscribe.push(stop);
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #read(): Promise<News> {
    const { conversationId } = this;
    const visitor = await this.#present();
    const { status, rows, files } = await visitor.database.sql(async (sql) => {
      const row = requireOwn(visitor, await findConversation(sql, conversationId, sessionIdOf(visitor)));
      requireLiveSession(row.session_live);
      return {
        status: row.status as ConversationStatus,
        rows: await listMessagesFrom(sql, conversationId, this.#position),
        files: await listFiles(sql, conversationId),
      };
    });
    const said = await finishLeft(visitor, conversationId, rows.map(toMessage));
    const known = this.#files;
    const sent = known === null ? [] : files.filter(({ id }) => !known.has(id));
    this.#files = new Set(files.map(({ id }) => id));
    const news: News = {
      status: status === this.#status ? null : status,
      messages: [],
      files: await linkRows(visitor.product, visitor.tenantId, conversationId, sent),
      position: this.#position,
    };
    this.#status = status;
    this.#isPending = false;
    for (const message of said) {
      // What comes after an answer that is being written waits for it; that it is being written is told once.
      if (message.state === "pending") {
        if (this.#begun !== message.id) news.messages.push(message);
        this.#begun = message.id;
        this.#isPending = true;
        break;
      }
      news.messages.push(message);
      this.#position += 1;
    }
    return news;
  }

  /** The visitor under the tenant's present configuration: what changed since admission holds for open streams, too. */
  async #present(): Promise<Visitor> {
    const { origin, product, proof, tenantId } = this.#visitor;
    const configuration = await configurations(product).find(tenantId);
    if (!configuration) throw new Failure("conversation_not_found");
    if (!findAllowed(configuration.origins, origin, product.now()))
      throw new Failure("origin_not_allowed", { reason: "taken off the list" });
    if (origin.startsWith("http:") && !configuration.developmentOrigins)
      throw new Failure("https_required", { reason: "development origins were switched off" });
    requireStanding(configuration, proof, product.now());
    const lack = lackOf(configuration, proof, "full");
    if (lack !== null && !configuration.reportOnly)
      throw new Failure(lack, { reason: `the tenant demands ${configuration.demand} now` });
    return { ...this.#visitor, configuration };
  }
}
