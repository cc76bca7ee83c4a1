// Files that visitors send, and what the product needs of the outside world to keep them.

/** What a file may be, told by its bytes, and how such a file's name ends. */
export const fileTypes = {
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "application/pdf": ["pdf"],
  "text/plain": ["txt", "md", "csv", "log", "json", "yaml", "yml"],
} as const;
export type FileType = keyof typeof fileTypes;

/** A multipart body as it arrives. */
export interface Upload {
  contentType: string;
  /** Bytes as the caller declared them; believed only where it is too many. */
  declaredBytes: number | null;
  body: ReadableStream<Uint8Array> | null;
}

/** A file that is what it says. Images are made anew: nothing of the visitor's bytes is left but the picture. */
export interface CheckedFile {
  /** As it came: nothing of it is believed. */
  name: string;
  type: FileType;
  bytes: Uint8Array;
}

export interface UploadReader {
  /** The one file of a body. `too_large` as soon as that is known, `type_not_supported`, `input_invalid`. */
  read(upload: Upload): Promise<CheckedFile>;
}

/** Where the bytes lie: a folder or a bucket. Keys are made by `toFileKey` only. */
export interface FileStore {
  put(key: string, bytes: Uint8Array, type: FileType): Promise<void>;
  /** Null where there is nothing under the key. */
  get(key: string): Promise<ReadableStream<Uint8Array> | null>;
  /** Removing what is not there is no failure. */
  remove(key: string): Promise<void>;
}

export interface FilePlace {
  tenantId: string;
  conversationId: string;
  fileId: string;
}

export function toFileKey({ tenantId, conversationId, fileId }: FilePlace): string {
  return `${tenantId}/${conversationId}/${fileId}`;
}

const MOST_NAME = 120;

/** A name for showing and saving: the last part of a path, without what no reader sees, ending as its type does. */
export function toFileName(given: string, type: FileType): string {
  const endings: readonly string[] = fileTypes[type];
  const visible = given
    .normalize("NFC")
    .replace(/^.*[\\/]/su, "")
    .replace(/[\p{C}<>:"|?*]/gu, "")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  const dot = visible.lastIndexOf(".");
  const fits = dot > 0 && endings.includes(visible.slice(dot + 1).toLowerCase());
  const ending = fits ? visible.slice(dot + 1) : endings[0];
  const stem = [...(fits ? visible.slice(0, dot) : visible)].slice(0, MOST_NAME).join("") || "file";
  return `${stem}.${ending}`;
}
