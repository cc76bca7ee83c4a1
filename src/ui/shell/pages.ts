// Every page of a tenant's, as the side and the palette show them.
import {
  BookOpen,
  Bot,
  Braces,
  ChartNoAxesColumn,
  Globe,
  KeyRound,
  LayoutDashboard,
  type LucideIcon,
  MessageSquare,
  Palette,
  ScrollText,
  ShieldX,
  SlidersHorizontal,
  Sparkles,
  Users,
} from "lucide-react";
import { isAtLeast, type Role } from "./role";

type Page = [path: string, label: string, icon: LucideIcon];
interface Group {
  label: string;
  pages: Page[];
}

const groups: Group[] = [
  {
    label: "",
    pages: [
      ["", "Overview", LayoutDashboard],
      ["/conversations", "Conversations", MessageSquare],
      ["/refusals", "Refusals", ShieldX],
      ["/usage", "Usage", ChartNoAxesColumn],
    ],
  },
  {
    label: "Answers",
    pages: [
      ["/knowledge", "Knowledge", BookOpen],
      ["/ai", "AI", Bot],
      ["/playground", "Playground", Sparkles],
      ["/behaviour", "Behaviour", SlidersHorizontal],
      ["/appearance", "Appearance", Palette],
    ],
  },
  {
    label: "Door",
    pages: [
      ["/install", "Install", Braces],
      ["/origins", "Origins", Globe],
      ["/keys", "Keys & secrets", KeyRound],
      ["/audit", "Audit", ScrollText],
    ],
  },
  { label: "Tenant", pages: [["/team", "Team", Users]] },
];

/** What agents and viewers may not read: for them these pages do not exist. */
const forAdmins = new Set(["/ai", "/behaviour", "/keys", "/audit", "/team"]);

/** Whether a page exists for this role. */
export const isThere = (path: string, role: Role) => isAtLeast(role, "admin") || !forAdmins.has(path);

/** The pages that exist for this role. */
export function pagesFor(role: Role): Group[] {
  return groups
    .map(({ label, pages }) => ({ label, pages: pages.filter(([path]) => isThere(path, role)) }))
    .filter(({ pages }) => pages.length > 0);
}
