/** Where an OpenAI-compatible moderation endpoint stands. */
export interface ModerationService {
  url: string;
  model: string;
  apiKey: string | null;
}

export interface Moderator {
  /** Whether a text has words of the local list, however they are spelled. Never leaves the process. */
  isObscene(text: string): boolean;
  /** The categories a service flags a text for; none when it is fine. Throws when no answer comes within 1.5 s. */
  ask(service: ModerationService, text: string): Promise<string[]>;
}
