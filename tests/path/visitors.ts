// Visitors of the pages that carry the widget, each in a browser that knows nothing of the console.
import { type Browser, chromium, type Page } from "playwright";

/** A browser that finds every name below example.test on this machine. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    chromiumSandbox: false,
    args: [
      "--disable-background-networking",
      "--disable-quic",
      "--host-resolver-rules=MAP *.example.test 127.0.0.1",
      // A public site that calls this machine asks its visitor first; here the gateway only stands in for a public one.
      "--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessForSubresources,PrivateNetworkAccessSendPreflights",
    ],
  });
}

/** Opens a page and its widget, with nothing remembered; whoever asked closes its context. */
export async function visitPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 860 } });
  const visitor = await context.newPage();
  await visitor.goto(url);
  await visitor.getByRole("button", { name: /open|chat|help/i }).click();
  return visitor;
}

/** Types a question and sends it; the answer is not waited for. */
export async function ask(visitor: Page, question: string): Promise<void> {
  await visitor.getByRole("textbox").fill(question);
  await visitor.keyboard.press("Enter");
}
