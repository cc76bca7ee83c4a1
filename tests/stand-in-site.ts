// A web site of generated pages on an address of its own, which counts what it is asked for.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One question and how it went, by the site's clock in milliseconds. */
export interface Question {
  /** As the client named it. */
  host: string;
  path: string;
  began: number;
  /** When the connection or the answer ended; null while it is under way. */
  ended: number | null;
  /** Whether the answer was sent to its end. */
  whole: boolean;
}

export interface StandInSite {
  /** Without a trailing slash. */
  url: string;
  /** host:port */
  host: string;
  /** Paths in the order they were asked for, robots.txt and sitemaps left out. */
  asked: string[];
  /** Every question, robots.txt and sitemaps among them. */
  questions: Question[];
  /** Questions that were under way at the same time, at most. */
  atOnce: number;
  /** Answers by path; whoever is not there is 404. */
  answers: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
  /** Milliseconds that every answer takes. */
  delay: number;
  close(): void;
}

/** Opens it with nothing on it. Every address of 127/8 is this machine, where its system knows them. */
export async function openSite(address = "127.0.0.1"): Promise<StandInSite> {
  const answers: StandInSite["answers"] = new Map();
  let underWay = 0;
  const server: Server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (!/^\/(?:robots\.txt|sitemap)/.test(path)) site.asked.push(path);
    const host = request.headers.host ?? "";
    const question: Question = { host, path, began: performance.now(), ended: null, whole: false };
    site.questions.push(question);
    underWay++;
    site.atOnce = Math.max(site.atOnce, underWay);
    const end = () => {
      if (question.ended === null) underWay--;
      question.ended ??= performance.now();
    };
    response.once("finish", () => {
      question.whole = true;
      end();
    });
    response.once("close", end);
    setTimeout(() => {
      const answer = answers.get(path);
      answer ? answer(request, response) : response.writeHead(404).end();
    }, site.delay);
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const host = `${address}:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  const site: StandInSite = {
    url: `http://${host}`,
    host,
    asked: [],
    questions: [],
    atOnce: 0,
    answers,
    delay: 0,
    close,
  };
  return site;
}

/** An answer of this text. */
export function say(text: string | Uint8Array, type = "text/html", headers: Record<string, string> = {}) {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { "content-type": type, ...headers }).end(text);
  };
}

/** `count` pages, each linked from the ones before it: ten from each, as a tree. */
export function growPages(site: StandInSite, count: number): void {
  for (let i = 0; i < count; i++) {
    const links = Array.from({ length: 10 }, (_, k) => 10 * i + k + 1).filter((to) => to < count);
    const menu = links.map((to) => `<a href="/page/${to}">${to}</a>`).join(" ");
    const text = `<title>Page ${i}</title><nav>${menu}</nav><p>Article number${i} says that item${i} ships in ${i} days.</p>`;
    site.answers.set(i === 0 ? "/" : `/page/${i}`, say(text));
  }
}
