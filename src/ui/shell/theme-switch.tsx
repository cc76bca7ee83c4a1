"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useEffect, useState } from "react";
import { classNames } from "../part/class-names";

const themes = [
  { id: "light", label: "Light", Icon: Sun },
  { id: "dark", label: "Dark", Icon: Moon },
  { id: "system", label: "As the system", Icon: Monitor },
] as const;
type Theme = (typeof themes)[number]["id"];

/** Pins the colour scheme for a year, or leaves it to the system. The server reads the cookie: nothing flashes. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => {
    const pinned = document.documentElement.dataset.theme;
    setTheme(pinned === "light" || pinned === "dark" ? pinned : "system");
  }, []);
  const choose = (next: Theme) => {
    setTheme(next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `theme=${next};path=/;max-age=31536000;samesite=lax`;
  };
  return (
    <fieldset className="inline-flex rounded-full border p-0.5">
      <legend className="sr-only">Colour scheme</legend>
      {themes.map(({ id, label, Icon }) => (
        <button
          key={id}
          type="button"
          aria-pressed={theme === id}
          title={label}
          onClick={() => choose(id)}
          className={classNames(
            "grid size-6 place-items-center rounded-full text-ink-faint hover:text-ink",
            theme === id && "bg-raised text-ink",
          )}
        >
          <Icon className="size-3.5" aria-hidden />
          <span className="sr-only">{label}</span>
        </button>
      ))}
    </fieldset>
  );
}
