import type { Options } from "../options/options";
import type { Words } from "../words";
import { createLauncher, type Launcher } from "./launcher";
import launcherStyles from "./launcher.css";
import { createLook, type Look } from "./look";
import panelStyles from "./panel.css";

export interface Stage {
  root: HTMLElement;
  launcher: Launcher;
  look: Look;
  /** Brings the panel's styles; before that only the launcher's are parsed. To be called once. */
  dress(): void;
  /** Calls back once the host stands in the page. */
  mount(then: () => void): void;
}

/** The shadow root with the launcher in it: all that is drawn before anyone asks for more. `signal` ends it. */
export function createStage(
  view: Window & typeof globalThis,
  host: HTMLElement,
  options: Options,
  words: Words,
  on: { toggle(): void; intent(): void; escape(): void },
  signal: AbortSignal,
): Stage {
  const { document, visualViewport } = view;
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });

  function adopt(css: string): CSSStyleSheet {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
    return sheet;
  }
  adopt(launcherStyles);

  const root = document.createElement("div");
  root.className = "root";
  // The element's own title is an option of ours; without this the browser would show it as a tooltip everywhere.
  root.title = "";
  const launcher = createLauncher(document, words, options.fabIcon, on);
  root.append(launcher.node);
  shadow.replaceChildren(root);

  // Typing here is none of the page's business: its shortcuts and focus traps must not hear of it.
  for (const name of ["keydown", "keyup", "keypress", "focusin", "focusout"]) {
    root.addEventListener(name, (event) => {
      event.stopPropagation();
      const { key, isComposing } = event as KeyboardEvent;
      if (name === "keydown" && key === "Escape" && !isComposing) on.escape();
    });
  }

  const look = createLook(view, root, adopt(""), options, signal);
  const fit = () => look.fit(visualViewport);
  for (const name of ["resize", "scroll"]) visualViewport?.addEventListener(name, fit, { signal });

  signal.addEventListener("abort", () => {
    shadow.replaceChildren();
    shadow.adoptedStyleSheets = [];
  });

  return {
    root,
    launcher,
    look,
    dress: () => void adopt(panelStyles),
    mount(then) {
      const place = () => {
        if (signal.aborted) return;
        if (!host.isConnected) document.body.append(host);
        look.apply(null);
        then();
      };
      if (document.body || host.isConnected) place();
      else document.addEventListener("DOMContentLoaded", place, { once: true });
    },
  };
}
