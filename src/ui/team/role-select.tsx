import { ChevronDown } from "lucide-react";
import type { Outputs } from "../outputs";

export type Role = Outputs["team"]["list"][number]["role"];

/** From most to least, with what each may do. */
export const roles: [Role, string, string][] = [
  ["owner", "Owner", "Everything: secrets, owners, deleting the tenant."],
  ["admin", "Admin", "Settings, origins, knowledge and the team."],
  ["agent", "Agent", "Answers conversations."],
  ["viewer", "Viewer", "Reads, changes nothing."],
];

const rank = (role: Role) => roles.findIndex(([name]) => name === role);

/** Nobody handles a role above their own. */
export const mayHandle = (own: Role, role: Role) => rank(own) <= rank(role);

interface Props {
  value: Role;
  own: Role;
  label: string;
  disabled?: boolean;
  onChange: (role: Role) => void;
}

export function RoleSelect({ value, own, label, disabled, onChange }: Props) {
  return (
    <span className="relative inline-flex">
      <select
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value as Role)}
        className="h-8 cursor-pointer appearance-none rounded-md border border-line-strong bg-panel pr-8 pl-2.5 text-[13px] hover:bg-raised disabled:cursor-default disabled:opacity-60"
      >
        {roles.map(([role, name]) => (
          <option key={role} value={role} disabled={!mayHandle(own, role)}>
            {name}
          </option>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute top-2 right-2 size-4 text-ink-faint" aria-hidden />
    </span>
  );
}
