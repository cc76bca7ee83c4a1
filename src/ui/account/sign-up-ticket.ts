// What shows that a confirmation link is opened in the browser that signed up. Only our own pages can read it.
const NAME = "gatehouse.sign-up";

/** Keeps it; a browser without a memory is asked for a password again later. */
export function keepTicket(ticket: string): void {
  try {
    localStorage.setItem(NAME, ticket);
  } catch {}
}

export function readTicket(): string | undefined {
  try {
    return localStorage.getItem(NAME) ?? undefined;
  } catch {
    return undefined;
  }
}

export function dropTicket(): void {
  try {
    localStorage.removeItem(NAME);
  } catch {}
}
