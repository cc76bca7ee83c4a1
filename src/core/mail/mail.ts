// Letters to people who use the console. Plain words and at most one link, which is all a letter can do.

export interface Letter {
  to: string;
  subject: string;
  /** Paragraphs. */
  lines: string[];
  /** The one thing to do. */
  action?: { label: string; link: string };
  /** Why it was sent and what to do if it was unexpected; below a line. */
  foot: string;
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Mailer {
  /** `refused` when the server will never take this one; throws when it may be tried again. */
  send(mail: Mail): Promise<"sent" | "refused">;
  close(): void;
}
