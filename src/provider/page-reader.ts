import type { PageReader } from "@/core/source/page-reader";
import { fieldFailure } from "@/failures";

/** Reads public pages; `allow` names host:port pairs outside the public internet that may be read too. */
export function openPageReader(_options: { allow: string[] }): PageReader {
  return {
    read: async () => {
      throw fieldFailure("url", "Pages cannot be read yet.");
    },
  };
}
