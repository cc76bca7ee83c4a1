export interface Poster {
  /**
   * Sends JSON to a public address and returns the status it answers with; redirects are not followed. Throws an error
   * whose message is fit for the tenant where nothing answers or nothing may be sent.
   */
  post(url: string, headers: Record<string, string>, body: string): Promise<number>;
}
