import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { deriveSecret } from "./derived-secret";
import type { Window, Windows } from "./limiter-process";

const SAVE_MS = 5_000;

const count = z.number().nonnegative();
const savedWindows = z.array(
  z.tuple([z.string(), z.object({ number: count, windowMs: count.positive(), current: count, previous: count })]),
);

export interface KeptWindows extends Windows {
  /** Writes what has changed, once more and for the last time. */
  close(): Promise<void>;
}

/**
 * Windows that outlive the process in `file`: read now, written every `saveMs` while something changes and at the end, so
 * that a restart forgives nobody and a crash at most the last seconds. Whom they count stands there as an HMAC
 * under `secret` only. A file that is missing or cannot be read counts as empty; one that cannot be written leaves the counting as it is.
 */
export function openKeptWindows(file: string, secret: string, saveMs = SAVE_MS): KeptWindows {
  const windows = new Map<string, Window>(read(file));
  const key = deriveSecret(secret, "limits");
  let hasChanged = false;
  let saving = Promise.resolve();

  function save(): Promise<void> {
    if (!hasChanged) return saving;
    hasChanged = false;
    const text = JSON.stringify([...windows]);
    saving = saving
      .then(() => mkdir(path.dirname(file), { recursive: true }))
      .then(() => writeFile(`${file}.new`, text, { mode: 0o600 }))
      .then(() => rename(`${file}.new`, file))
      .catch(() => {});
    return saving;
  }

  const timer = setInterval(save, saveMs);
  timer.unref();
  return {
    windows,
    keyOf(subject) {
      hasChanged = true;
      return createHmac("sha256", key).update(subject).digest("base64url").slice(0, 22);
    },
    close() {
      clearInterval(timer);
      return save();
    },
  };
}

function read(file: string): [string, Window][] {
  try {
    return savedWindows.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return [];
  }
}
