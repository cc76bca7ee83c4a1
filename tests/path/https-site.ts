// Somebody else's website: one page over real HTTPS, under whatever name the browser is told to find here.
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";

export interface HttpsSite {
  port: number;
  /** The body of its page. */
  body: string;
  /** Its Content-Security-Policy; none while it is empty. */
  policy: string;
  close(): void;
}

/** A certificate of its own making: the browser has to be told to accept it. */
export async function startHttpsSite(): Promise<HttpsSite> {
  const { private: key, cert } = generate([{ name: "commonName", value: "shop.example.test" }], { keySize: 2048 });
  const site = { port: 0, body: "", policy: "", close: () => {} };
  const server = createServer({ key, cert }, (_request, response) => {
    if (site.policy) response.setHeader("content-security-policy", site.policy);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>${site.body}</html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site.port = (server.address() as AddressInfo).port;
  site.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return site;
}
