import type { LauncherWords } from "../labels";
import type { Options } from "../options/options";
import { element } from "./element";
import { createLauncher, type Launcher } from "./launcher";
import launcherStyles from "./launcher.css";
import { type ConsoleLook, createLook, type Look } from "./look";

export interface Stage {
  root: HTMLElement;
  launcher: Launcher;
  look: Look;
  /** Adds a stylesheet; before the panel is wanted only the launcher's is parsed. */
  adopt(css: string): void;
  /** Draws by what is known of the console; calls back once the host stands in the page. */
  mount(known: ConsoleLook | null, then: () => void): void;
}

/** The shadow root with the launcher in it: all that is drawn before anyone asks for more. `signal` ends it. */
export function createStage(
  view: Window & typeof globalThis,
  host: HTMLElement,
  options: Options,
  words: LauncherWords,
  on: { toggle(): void; intent(): void },
  signal: AbortSignal,
): Stage {
  const { document } = view;
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });

  function adopt(css: string): CSSStyleSheet {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets.push(sheet);
    return sheet;
  }
  const sheet = adopt(launcherStyles);

  const root = element("div.root");
  // The element's own title is an option of ours; without this the browser would show it as a tooltip everywhere.
  root.title = "";
  const launcher = createLauncher(words, options.fabIcon, on);
  root.append(launcher.node);
  shadow.replaceChildren(root);

  const look = createLook(view, root, sheet, options, signal);

  signal.addEventListener("abort", () => {
    shadow.replaceChildren();
    shadow.adoptedStyleSheets = [];
  });

  return {
    root,
    launcher,
    look,
    adopt,
    mount(known, then) {
      const place = () => {
        if (signal.aborted) return;
        if (!host.isConnected) document.body.append(host);
        look.apply(known);
        then();
      };
      if (document.body || host.isConnected) place();
      else document.addEventListener("DOMContentLoaded", place, { once: true });
    },
  };
}
