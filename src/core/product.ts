// What the product needs from the rooms around it. wiring.ts builds one; authority values carry it to the verbs.

import type { Changes } from "@/store/changes";
import type { ConversationFeed } from "@/store/conversation-feed";
import type { Database } from "@/store/database";
import type { Jobs } from "@/store/jobs";
import type { FileStore, UploadReader } from "./file/file";
import type { Limiter } from "./limit/limit";
import type { Moderator } from "./moderation/moderator";
import type { PageReader } from "./source/page-reader";
import type { Poster } from "./webhook/poster";

/** Seals what is stored: AES-256-GCM, bound to its place by additional authenticated data. */
export interface Vault {
  /** `place` is `tenantId:column`; only the same place opens it again. */
  seal(plain: string, place: string): string;
  /** Throws when the text was altered, moved to another place, or sealed under a key that is not configured. */
  open(sealed: string, place: string): string;
}

/** argon2id. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long with a null hash (unknown account) as with a wrong password. */
  verify(hash: string | null, password: string): Promise<boolean>;
}

export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export interface Product {
  database: Database;
  changes: Changes;
  feed: ConversationFeed;
  jobs: Jobs;
  vault: Vault;
  passwords: Passwords;
  pages: PageReader;
  files: FileStore;
  uploads: UploadReader;
  /** Signs the links to files. */
  fileLinkSecret: string;
  poster: Poster;
  moderator: Moderator;
  limiter: Limiter;
  log: Log;
  /** The present, in milliseconds; tests move it. */
  now(): number;
  /** Without a trailing slash. */
  publicUrl: string;
  local: boolean;
  /** Aborted when this process is about to end: nothing that may take long is begun, whoever only waits is let go. */
  stopping: AbortSignal;
  /** Says so. */
  stop(): void;
  /** Fills the bare connections and stops everything the product started. */
  close(): Promise<void>;
}
