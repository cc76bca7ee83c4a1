// Somebody's mail server: takes letters over SMTP and keeps them, or refuses as it is told.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll } from "vitest";

export interface Received {
  to: string[];
  /** As it came over the wire, with soft line breaks undone. */
  source: string;
}

export interface MailServer {
  url: string;
  received: Received[];
  /** Answers the next letters with these codes, before it takes any again. */
  refusals: number[];
}

/** Listens until the file's tests are over. */
export async function openMailServer(): Promise<MailServer> {
  const held: MailServer = { url: "", received: [], refusals: [] };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, done) {
      const code = held.refusals.shift();
      done(code ? Object.assign(new Error("refused"), { responseCode: code }) : null);
    },
    onData(stream, session, done) {
      let source = "";
      stream.setEncoding("utf8").on("data", (part: string) => {
        source += part;
      });
      stream.on("end", () => {
        const undone = source.replace(/=\r?\n/g, "").replace(/=3D/g, "=");
        held.received.push({ to: session.envelope.rcptTo.map(({ address }) => address), source: undone });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  held.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return held;
}

/** The link in the newest letter to an address; null while there is none. */
export function linkTo({ received }: MailServer, address: string): string | null {
  const letter = received.findLast(({ to }) => to.includes(address));
  return letter?.source.match(/https?:\/\/\S+(?:token=|invitation\/)[\w-]+/)?.[0] ?? null;
}
