/** How long a host is left alone after a question, besides what the question yields. */
export interface Turn<T> {
  value: T;
  restMs: number;
}

/** One question to a host at a time, in all processes of the installation and for all its tenants. */
export interface HostTurns {
  /**
   * Runs `ask` when it is this host's turn: after the question before, whoever asked it, and the rest that it left.
   * Throws a Failure `rate_limited` where the host wants to be left alone for longer than anybody waits here.
   */
  take<T>(host: string, ask: () => Promise<Turn<T>>): Promise<T>;
}
