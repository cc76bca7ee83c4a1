import {
  CircleHelp,
  FilePlus,
  Globe,
  KeyRound,
  ListChecks,
  type LucideIcon,
  RotateCw,
  ScanSearch,
  UserPlus,
  Webhook,
} from "lucide-react";

export interface PaletteAction {
  label: string;
  Icon: LucideIcon;
  /** Below the tenant's address; `do` opens the action there. */
  path: string;
  /** The least role that may do it. */
  least: Role;
}

const roles = ["viewer", "agent", "admin", "owner"] as const;
type Role = (typeof roles)[number];

const actions: PaletteAction[] = [
  { label: "Add an origin", Icon: Globe, path: "/origins?do=add-origin", least: "admin" },
  { label: "Add a source", Icon: FilePlus, path: "/knowledge?do=add-source", least: "admin" },
  { label: "Answer what was asked in vain", Icon: CircleHelp, path: "/knowledge/unanswered", least: "agent" },
  { label: "Run the test set", Icon: ListChecks, path: "/knowledge/test-set", least: "viewer" },
  { label: "Rotate the shared secret…", Icon: RotateCw, path: "/keys?do=rotate-secret", least: "owner" },
  { label: "Create an API key…", Icon: KeyRound, path: "/keys?do=create-key", least: "owner" },
  { label: "Check a token", Icon: ScanSearch, path: "/keys#token", least: "admin" },
  { label: "Invite somebody…", Icon: UserPlus, path: "/team?do=invite", least: "admin" },
  { label: "Add a webhook…", Icon: Webhook, path: "/behaviour?do=add-webhook", least: "admin" },
];

/** What the palette offers to do in a tenant, as far as the role may. */
export function paletteActions(role: string): PaletteAction[] {
  const rank = roles.indexOf(role as Role);
  return actions.filter(({ least }) => rank >= roles.indexOf(least));
}
