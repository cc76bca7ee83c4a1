"use client";
import { Search } from "lucide-react";
import { Choice } from "./choice";
import { classNames } from "./class-names";
import { Input } from "./field";
import { useUrlState, useUrlText } from "./url-state";

export interface FilterChoice {
  /** Under which it stands in the address. */
  name: string;
  label: string;
  /** What is shown where nothing is chosen. */
  all: string;
  labels: Record<string, string>;
}

interface ListFilterProps {
  search?: { name: string; label: string };
  choices?: FilterChoice[];
  className?: string;
}

/** Narrows a list; what is chosen stands in the address and can be handed on. */
export function ListFilter({ search, choices = [], className }: ListFilterProps) {
  return (
    <div className={classNames("flex flex-wrap gap-2 max-sm:w-full", className)}>
      {search && <SearchField {...search} />}
      {choices.map((choice) => (
        <FilterSelect key={choice.name} className="max-sm:flex-1" {...choice} />
      ))}
    </div>
  );
}

function SearchField({ name, label }: { name: string; label: string }) {
  const [text, setText] = useUrlText(name);
  return (
    <div className="relative max-sm:w-full">
      <Search className="-translate-y-1/2 absolute top-1/2 left-2.5 size-4 text-ink-faint" aria-hidden />
      <Input
        type="search"
        aria-label={label}
        placeholder="Search"
        className="pl-8 sm:w-44"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}

/** One choice, which stands in the address. */
export function FilterSelect({ name, label, all, labels, className }: FilterChoice & { className?: string }) {
  const [get, set] = useUrlState();
  return (
    <Choice
      aria-label={label}
      className={className}
      value={get(name)}
      onChoose={(value) => set({ [name]: value })}
      options={[
        { value: "", label: all },
        ...Object.entries(labels).map(([value, title]) => ({ value, label: title })),
      ]}
    />
  );
}

/** Whether one of the texts has the characters that are looked for, in either case. */
export function hasCharacters(wanted: string, ...texts: (string | null)[]): boolean {
  const looked = wanted.trim().toLowerCase();
  return texts.some((text) => text?.toLowerCase().includes(looked));
}
