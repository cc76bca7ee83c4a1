/** What the launcher says before more is loaded; the chat brings the other languages. */
export interface LauncherWords {
  openLabel: string;
  closeLabel: string;
  network: string;
}

/** English with the page's own words laid over it; keys we do not know and values that are no text are dropped. */
export function overlay<T extends object>(usual: T, own: Record<string, unknown> | undefined): T {
  const words = { ...usual } as Record<string, unknown>;
  for (const key in own) {
    if (Object.hasOwn(words, key) && typeof own[key] === "string") words[key] = own[key];
  }
  return words as T;
}

export const launcherEnglish: LauncherWords = {
  openLabel: "Open chat",
  closeLabel: "Close chat",
  network: "Unable to connect to chat service. Please check your internet connection.",
};

/** Which way a locale reads. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(locale) ? "rtl" : "ltr";
}
