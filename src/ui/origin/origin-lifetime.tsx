import { Field, Input } from "../part/field";

interface OriginLifetimeProps {
  group: string;
  onGroup: (group: string) => void;
  /** As an input of type datetime-local has it; empty for an origin that stays. */
  until: string;
  onUntil: (until: string) => void;
  /** Groups there are already. */
  groups: string[];
  groupError?: string | undefined;
  untilError?: string | undefined;
}

/** Which origins count as one, and until when this is one of them. */
export function OriginLifetime(props: OriginLifetimeProps) {
  const { group, onGroup, until, onUntil, groups } = props;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label="Group (optional)"
        hint="A conversation goes on across the origins of one group."
        error={props.groupError}
      >
        <Input list="origin-groups" value={group} onChange={(event) => onGroup(event.target.value)} />
      </Field>
      <Field
        label="Expires (optional)"
        hint="For preview deployments: refused by itself from then on."
        error={props.untilError}
      >
        <Input type="datetime-local" value={until} onChange={(event) => onUntil(event.target.value)} />
      </Field>
      <datalist id="origin-groups">
        {groups.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}

/** Local time of a datetime-local input → ISO, null for none. */
export function toIso(until: string): string | null {
  return until === "" ? null : new Date(until).toISOString();
}

/** The other way. */
export function toLocal(at: Date | null): string {
  if (at === null) return "";
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
