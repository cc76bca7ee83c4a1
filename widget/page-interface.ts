import { complain } from "./debug-log";
import { toApiAddress } from "./options/api-address";
import { keyOf, misunderstood, type Options, readOptions } from "./options/options";
import { createWidget, type Widget } from "./widget";

/** The one global: the running widget's methods, and the way to start it. */
export interface PageInterface extends Widget {
  /** Starts the widget unless one runs already; the first one stays. */
  init(options?: unknown): PageInterface;
  version: string;
}

/** Starts a widget, in an element of the page's or in one of our own. Returns the way to end just that one. */
export type Start = (options: Options, host?: HTMLElement) => (() => void) | undefined;

const methods =
  "open close toggle send identify updateJwt logout clearSession isTokenValid getTokenData getSessionId getConversationId on diagnose destroy".split(
    " ",
  ) as (keyof Widget)[];

/**
 * Makes `Gatehouse` and its other names. Calls made before a widget runs wait for it; none of them ever throws.
 * `base` is the script's own address. `onRunning` learns when a widget starts and ends.
 */
export function createPageInterface(
  view: Window & typeof globalThis,
  version: string,
  base: string,
  onRunning: (page: PageInterface | undefined) => void,
): { page: PageInterface; start: Start } {
  const page = { version } as PageInterface;
  let running: Widget | undefined;
  let waiting: (() => void)[] = [];
  let hasWarned = false;

  for (const method of methods) {
    const call = (...args: unknown[]): unknown => {
      try {
        if (running) return (running[method] as typeof call)(...args);
      } catch (thrown) {
        return complain(thrown);
      }
      if (/^(is|get|d)/.test(method)) return method.startsWith("is") ? false : null;
      let end: unknown;
      const late = () => {
        end = call(...args);
      };
      waiting.push(late);
      return () => {
        waiting = waiting.filter((one) => one !== late);
        if (typeof end === "function") end();
      };
    };
    Object.assign(page, { [method]: call });
  }

  function begin(options: Options, given?: HTMLElement) {
    const siteKey = keyOf(options);
    const apiUrl = toApiAddress(options.apiUrl ?? new URL(base).origin, view.location.href);
    if (!siteKey || !apiUrl) return complain(siteKey ? "no api-url" : "no site-key");
    // Browsers from before 2023 get a page without a widget rather than a broken one.
    if (running || !("adoptedStyleSheets" in view.document)) return undefined;
    const host = given ?? view.document.createElement("gatehouse-chat");
    own.add(host);
    const widget = createWidget(view, host, siteKey, apiUrl, options, base);
    const end = () => {
      widget.destroy();
      own.delete(host);
      if (!given) host.remove();
      if (running?.destroy !== end) return;
      running = undefined;
      onRunning(running);
    };
    running = { ...widget, destroy: end };
    onRunning(page);
    if (misunderstood.size && !hasWarned) {
      hasWarned = true;
      complain(`not understood: ${[...misunderstood]}`, "warn");
    }
    const late = waiting;
    waiting = [];
    for (const call of late) call();
    return end;
  }

  const start: Start = (options, host) => {
    try {
      return begin(options, host) ?? undefined;
    } catch (thrown) {
      complain(thrown);
    }
  };
  page.init = (options) => {
    start(readOptions(Object(options)));
    return page;
  };
  return { page, start };
}

/** Hosts that a widget runs in or that we made for one; the element's own callbacks leave them alone. */
export const own = new WeakSet<HTMLElement>();
