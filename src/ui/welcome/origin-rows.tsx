import { Plus, X } from "lucide-react";
import { useId } from "react";
import { Button } from "../part/button";
import { Field, Input } from "../part/field";

interface OriginRowsProps {
  origins: string[];
  errorOf: (place: number) => string | undefined;
  onChange: (origins: string[]) => void;
}

/** The sites that may show the widget, one a row. */
export function OriginRows({ origins, errorOf, onChange }: OriginRowsProps) {
  const note = useId();
  return (
    <fieldset aria-describedby={note} className="grid gap-2">
      <legend className="font-medium">Sites that may show the widget</legend>
      <p id={note} className="mb-1 text-[13px] text-ink-faint">
        Every other page is refused. You can change them at any time; an empty list lets nobody in.
      </p>
      {origins.map((origin, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <div key={place} className="flex items-start gap-2">
          <Field label={`Site ${place + 1}`} bare error={errorOf(place)} className="min-w-0 flex-1">
            <Input
              className="font-mono text-[13px]"
              inputMode="url"
              placeholder="https://www.example.com"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              value={origin}
              onChange={(event) => onChange(origins.map((one, i) => (i === place ? event.target.value : one)))}
            />
          </Field>
          <Button
            kind="quiet"
            size="icon"
            className="mt-0.5"
            aria-label={`Remove site ${place + 1}`}
            onClick={() => onChange(origins.length > 1 ? origins.filter((_, i) => i !== place) : [""])}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <Button kind="quiet" size="small" className="-ml-2.5 w-fit" onClick={() => onChange([...origins, ""])}>
        <Plus aria-hidden /> Add another
      </Button>
    </fieldset>
  );
}
