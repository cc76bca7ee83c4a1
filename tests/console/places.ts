// Every page of app/ with an address it stands at; one that is missing here fails the pages' test.
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Role } from "@/core/member/member";
import type { Desk } from "./desk";
import type { Furnished } from "./furnish";

const app = path.join(import.meta.dirname, "../../app");

/** Files of pages below app/, without `page.tsx`. */
export const pageFolders = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx")
  .map((file) => path.dirname(file).split(path.sep).join("/"));

export interface Place {
  /** Its folder in app/. */
  folder: string;
  /** Beginning of its title. */
  title: string;
  address: (desk: Desk, furnished: Furnished) => string;
  /** Whether the owner is signed in. */
  signedIn: boolean;
  /** Who of a tenant's team it is there for; for the others it is a plain 404. */
  leastRole?: Role;
  /** Kilobytes of script that the first visit may cost: as sent where somebody is signed in, as gzip where not. */
  budget: number;
  /** A page that stays connected is never idle. */
  live?: boolean;
}

const CONSOLE_KB = 220;
// 130 is promised for every page that anybody may open. They come without Next and React: the forms of a sign-in with
// one script of their own, the shop with its basket's and the widget's.
const PUBLIC_KB = 40;
/** The widget of the landing page, with its chat. */
const READ_KB = 20;

const inTenant = (end: string, title: string, more: Partial<Place> = {}): Place => ({
  folder: `(console)/[tenant]${end && `/${end}`}`,
  title,
  address: ({ tenantId }) => `/${tenantId}${end && `/${end}`}`,
  signedIn: true,
  leastRole: "viewer",
  budget: CONSOLE_KB,
  ...more,
});
const open = (folder: string, title: string, more: Partial<Place> = {}): Place => ({
  folder,
  title,
  address: () => `/${folder.replace(/\([a-z]+\)\/?/, "")}`,
  signedIn: false,
  budget: more.signedIn ? CONSOLE_KB : folder.startsWith("(public)") ? READ_KB : PUBLIC_KB,
  ...more,
});

export const places: Place[] = [
  inTenant("", "Overview", { folder: "(console)/[tenant]/(overview)" }),
  inTenant("conversations", "Conversations", { live: true }),
  inTenant("conversations/[conversation]", "Conversation ", {
    live: true,
    address: ({ tenantId }, { conversationId }) => `/${tenantId}/conversations/${conversationId}`,
  }),
  inTenant("refusals", "Refusals"),
  inTenant("usage", "Usage"),
  inTenant("knowledge", "Knowledge", { folder: "(console)/[tenant]/knowledge/(list)" }),
  inTenant("knowledge/[source]", "Returns and refunds", {
    address: ({ tenantId }, { sourceId }) => `/${tenantId}/knowledge/${sourceId}`,
  }),
  inTenant("knowledge/unanswered", "Unanswered questions", { leastRole: "agent" }),
  inTenant("knowledge/test-set", "Test set"),
  inTenant("ai", "AI", { leastRole: "admin" }),
  inTenant("playground", "Playground"),
  inTenant("behaviour", "Behaviour", { leastRole: "admin" }),
  inTenant("appearance", "Appearance", { live: true }),
  inTenant("install", "Install"),
  inTenant("origins", "Origins"),
  inTenant("keys", "Keys & secrets", { leastRole: "admin" }),
  inTenant("audit", "Audit", { leastRole: "admin" }),
  inTenant("team", "Team", { leastRole: "admin" }),
  open("(account)/account", "Account", { signedIn: true }),
  open("(account)/welcome", "New tenant", { signedIn: true }),
  open("(account)/sign-in", "Sign in"),
  open("(account)/sign-up", "Create an account"),
  open("(account)/reset", "Set a new password"),
  open("(account)/verify", "Confirm your address"),
  open("(account)/confirm-email", "Confirm your new address"),
  open("(account)/invitation/[token]", "Invitation", {
    address: (_, { invitationToken }) => `/invitation/${invitationToken}`,
  }),
  open("(public)", "Gatehouse –"),
  open("(public)/docs", "Quick start"),
  open("(public)/docs/widget", "Widget"),
  open("(public)/docs/examples", "Examples"),
  open("(public)/docs/authentication", "Authentication"),
  open("(public)/docs/security", "CSP and integrity"),
  open("(public)/docs/migrate", "Migrate"),
  open("(public)/docs/self-hosting", "Self-hosting"),
  open("(public)/docs/api", "API"),
  open("(public)/docs/errors", "Errors"),
  open("(public)/docs/errors/[code]", "origin_not_allowed", { address: () => "/docs/errors/origin_not_allowed" }),
  open("demo", "Skerry Wool"),
  open("demo/help", "Help"),
  open("demo/help/[slug]", "Returns", { address: () => "/demo/help/returns" }),
];
