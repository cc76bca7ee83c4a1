"use client";
import { useEffect, useState } from "react";
import { classNames } from "../part/class-names";
import { themes } from "./themes";

type Theme = (typeof themes)[number]["id"];

/**
 * Pins the colour scheme for a year, or leaves it to the system. The server reads the cookie: nothing flashes. On a page
 * without React it is pressed through the page's own script, and `pinned`, the cookie's, says what it shows.
 */
export function ThemeSwitch({ pinned }: { pinned?: string | undefined }) {
  const [theme, setTheme] = useState(toTheme(pinned));
  useEffect(() => {
    const read = () => setTheme(toTheme(document.documentElement.dataset.theme));
    read();
    // The palette and another switch pin it, too.
    const pins = new MutationObserver(read);
    pins.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => pins.disconnect();
  }, []);
  return (
    <fieldset className="inline-flex rounded-full border p-0.5">
      <legend className="sr-only">Colour scheme</legend>
      {themes.map(({ id, label, Icon }) => (
        <button
          key={id}
          type="button"
          data-theme-choice={id}
          aria-pressed={theme === id}
          title={label}
          onClick={() => pinTheme(id)}
          className={classNames(
            "grid size-6 place-items-center rounded-full text-ink-faint hover:text-ink",
            "aria-pressed:bg-raised aria-pressed:text-ink",
          )}
        >
          <Icon className="size-3.5" aria-hidden />
          <span className="sr-only">{label}</span>
        </button>
      ))}
    </fieldset>
  );
}

const toTheme = (pinned: string | undefined): Theme => (pinned === "light" || pinned === "dark" ? pinned : "system");

/** Draws by a colour scheme from now on; `system` leaves it to the system again. */
export function pinTheme(next: Theme): void {
  if (next === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `theme=${next};path=/;max-age=31536000;samesite=lax`;
}
