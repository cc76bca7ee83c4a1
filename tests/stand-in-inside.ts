// Something inside: a server on this machine that nobody outside may reach, under the name that an attacker's DNS gives it.
import type { lookup } from "node:dns";
import { createServer } from "node:http";

export interface Inside {
  /** Its address, of the loopback network. */
  address: string;
  /** One that is read from outside as well, so that it is the address alone that keeps it safe. */
  port: number;
  /** What it was asked for. */
  asked: string[];
  close(): void;
}

/** Opens one at an address of its own, where the machine has more than one of loopback. */
export async function openInside(): Promise<Inside> {
  const own = `127.${1 + Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.77`;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(200, { "content-type": "text/plain" }).end("the secret inside");
  });
  const listen = (address: string, port: number) =>
    new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false)).listen(port, address, () => resolve(true));
    });
  for (const address of [own, "127.0.0.1"])
    for (const port of [8080, 8443]) {
      if (!(await listen(address, port))) continue;
      const close = () => {
        server.closeAllConnections();
        server.close();
      };
      return { address, port, asked, close };
    }
  throw new Error("no port that is read from outside is free");
}

/** DNS that answers with these, one after the other and the last for ever; `asked` counts. */
export function openDns(...answers: string[][]) {
  const dns = { asked: 0, resolve: undefined as unknown as typeof lookup };
  const resolve = (_host: string, options: { all?: boolean }, done: (...found: unknown[]) => void) => {
    const found = answers[Math.min(dns.asked++, answers.length - 1)] ?? [];
    const addresses = found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    setImmediate(() => (options.all ? done(null, addresses) : done(null, addresses[0]?.address, addresses[0]?.family)));
  };
  dns.resolve = resolve as unknown as typeof dns.resolve;
  return dns;
}

/** Of the public internet by its number, and assigned to nobody: a connection to it comes to nothing. */
export const PUBLIC_ADDRESS = "3abc::1";
