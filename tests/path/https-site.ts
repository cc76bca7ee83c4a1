// Somebody else's website: one page over real HTTPS, under whatever name the browser is told to find here.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

export interface HttpsSite {
  port: number;
  /** The body of its page. */
  body: string;
  close(): void;
}

/** A certificate of its own making: the browser has to be told to accept it. */
export async function startHttpsSite(): Promise<HttpsSite> {
  const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-tls-"));
  const [key, cert] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  const subject = ["-subj", "/CN=shop.example.test", "-days", "2"];
  const files = ["-keyout", key, "-out", cert];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...subject, ...files], { stdio: "ignore" });
  const site = { port: 0, body: "", close: () => {} };
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>${site.body}</html>`);
  });
  rmSync(folder, { recursive: true });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site.port = (server.address() as AddressInfo).port;
  site.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return site;
}
