import type { Outputs } from "../outputs";

type Locale = NonNullable<Outputs["tenant"]["get"]["widget"]["locale"]>;

const names: Record<Locale, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  pt: "Português",
  ja: "日本語",
  ar: "العربية",
};

/** What the shipped widget speaks, each by its own name. */
export const widgetLanguages = Object.entries(names).map(([value, label]) => ({ value, label }));
