import { classNames } from "../part/class-names";
import { themes } from "./themes";

/** The same as ThemeSwitch for pages without React: pressed through the page's own script. `pinned` is the cookie's. */
export function PlainThemeSwitch({ pinned }: { pinned: string | undefined }) {
  const present = themes.some(({ id }) => id === pinned) ? pinned : "system";
  return (
    <fieldset className="inline-flex rounded-full border p-0.5">
      <legend className="sr-only">Colour scheme</legend>
      {themes.map(({ id, label, Icon }) => (
        <button
          key={id}
          type="button"
          data-theme-choice={id}
          aria-pressed={present === id}
          title={label}
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
