// What the product needs from the rooms around it. wiring.ts builds one; authority values carry it to the verbs.

import type { Changes } from "@/store/changes";
import type { ConversationFeed } from "@/store/conversation-feed";
import type { Database } from "@/store/database";
import type { Jobs } from "@/store/jobs";
import type { OneTimeCodes } from "./account/one-time-codes";
import type { Passkeys } from "./account/passkeys";
import type { PlatformModels } from "./answerer/choose-model";
import type { EmbeddingModels, LanguageModels } from "./answerer/language-model";
import type { SiteReader } from "./crawl/site-reader";
import type { FileStore, UploadReader } from "./file/file";
import type { ScaledLimiter } from "./limit/limit";
import type { Mailer } from "./mail/mail";
import type { Moderator } from "./moderation/moderator";
import type { DocumentReader } from "./source/document-reader";
import type { DocumentUploads } from "./source/document-uploads";
import type { PageReader } from "./source/page-reader";
import type { SiteFaces } from "./tenant/site-face";
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

/** Bytes as they are sent: as they are, and made small for whoever takes it. */
export interface PackedFile {
  /** Of the bytes, for `ETag`. */
  tag: string;
  plain: Uint8Array;
  br: Uint8Array;
  gzip: Uint8Array;
}

/** The widget as it was built here, in files without folders. */
export interface WidgetFiles {
  /** The present build under a name that never changes, with its integrity; null before the first build. */
  pinned(): Promise<{ file: string; integrity: string } | null>;
  /** The files whose names never change, of the present build and of those before it in the same folder. */
  list(): Promise<string[]>;
  /** A file's bytes as they are now; null where there is none. */
  read(file: string): Promise<Uint8Array | null>;
  pack(plain: Uint8Array): Promise<PackedFile>;
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
  codes: OneTimeCodes;
  passkeys: Passkeys;
  /** Null where no mail server is configured: links go to the log. */
  mailer: Mailer | null;
  pages: PageReader;
  sites: SiteReader;
  siteFaces: SiteFaces;
  documents: DocumentReader;
  documentUploads: DocumentUploads;
  files: FileStore;
  uploads: UploadReader;
  /** Signs the links to files. */
  fileLinkSecret: string;
  poster: Poster;
  moderator: Moderator;
  models: LanguageModels & EmbeddingModels;
  platformModels: PlatformModels;
  limiter: ScaledLimiter;
  widgetFiles: WidgetFiles;
  log: Log;
  /** The present, in milliseconds; tests move it. */
  now(): number;
  /** Without a trailing slash. */
  publicUrl: string;
  local: boolean;
  /** Sites whose accounts may sign in here. */
  signInSites: ("github" | "google")[];
  /** Of the tenant whose widget stands on this installation's own landing page; null for none. */
  ownSiteKey: string | null;
  /** Aborted when this process is about to end: nothing that may take long is begun, whoever only waits is let go. */
  stopping: AbortSignal;
  /** Says so. */
  stop(): void;
  /** Fills the bare connections and stops everything the product started. */
  close(): Promise<void>;
}
