const SILENCE_LIMIT_MS = 60_000;

/** The gateway pings every 15 s, so a minute of silence means that nobody is there any more. */
export async function withinSilence<T>(waiting: Promise<T>, limitMs = SILENCE_LIMIT_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("silence")), limitMs);
  });
  try {
    return await Promise.race([waiting, silence]);
  } finally {
    clearTimeout(timer);
  }
}
