"use client";
import { Field, Select } from "../part/field";

const tags = [
  ...["en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "fi", "cs", "tr"],
  ...["ru", "uk", "ar", "he", "hi", "ja", "ko", "zh", "th"],
];
const names = new Intl.DisplayNames("en", { type: "language" });

interface LanguageFieldProps {
  label?: string;
  value: string | null;
  onChoose: (language: string | null) => void;
  disabled?: boolean;
}

/** What a source is written in; null where nobody says so, and its text tells. */
export function LanguageField({ label = "Language", value, onChoose, disabled }: LanguageFieldProps) {
  const known = value && !tags.includes(value) ? [value, ...tags] : tags;
  return (
    <Field label={label} hint="Words are found by their stem in this language.">
      <Select value={value ?? ""} disabled={disabled} onChange={({ target }) => onChoose(target.value || null)}>
        <option value="">Not said</option>
        {known.map((tag) => (
          <option key={tag} value={tag}>
            {names.of(tag)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
