// The script a page includes. Ways in, all of them leading to one widget per page:
//
//   <script src="https://HOST/widget/v1.js" data-site-key="pub_…" defer></script>
//   <gatehouse-chat site-key="pub_…"></gatehouse-chat>           before or after the script; also <spectrum-chat>
//   window.GatehouseConfig = { siteKey: "pub_…" }                before the script; also SpectrumChatConfig
//   Gatehouse.init({ siteKey: "pub_…" })                         also AISupportWidget.init
//
// Calls made before the script has loaded can be left in a queue, method first:
//
//   window.Gatehouse = window.Gatehouse || { q: [] };
//   Gatehouse.q.push(["init", { siteKey: "pub_…" }], ["open"]);

import { defineElements } from "./custom-element";
import { complain } from "./debug-log";
import type { GatehouseWidget } from "./gatehouse";
import { keyOf, type Options, readAttributes, readOptions } from "./options/options";
import { createPageInterface } from "./page-interface";

declare const VERSION: string;

type Said = Record<string, unknown>;
const page = window as unknown as Said;

function run() {
  const before = page.Gatehouse as { init?: unknown; q?: unknown } | undefined;
  // A second copy of the script changes nothing.
  if (before?.init && !Array.isArray(before.q)) return;

  // Only while the script itself runs can it be told which one it is.
  const script = (document.currentScript ??
    document.querySelector("script[data-site-key], script[src*='/widget/v1.js']")) as HTMLScriptElement | null;
  const source = script?.src || location.href;
  const { page: gatehouse, start } = createPageInterface(window, VERSION, source, (running) => {
    page.SpectrumChatGlobal = running;
  });

  const configured = (): Options => ({
    ...readOptions(Object(page.SpectrumChatConfig)),
    ...readOptions(Object(page.GatehouseConfig)),
  });
  page.Gatehouse = gatehouse satisfies Omit<GatehouseWidget, "init" | "on">;
  page.AISupportWidget = gatehouse;

  defineElements(window, ["gatehouse-chat", "spectrum-chat"], configured, start);
  const options = { ...configured(), ...(script && readAttributes(script, "data-")) };
  if (keyOf(options)) start(options);

  const call = (...calls: unknown[]) => {
    for (const one of calls) {
      const [method, ...args] = Array.isArray(one) ? one : [];
      const found = typeof method === "string" && (gatehouse as unknown as Said)[method];
      if (typeof found === "function") found(...args);
    }
  };
  Object.assign(gatehouse, { q: { push: call } });
  if (Array.isArray(before?.q)) call(...before.q);
}

try {
  run();
} catch (thrown) {
  complain(thrown);
}
