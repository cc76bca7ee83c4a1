"use client";
// What the signed-in member may do in this tenant, for pages to show nothing that would be refused.
import { createContext, type ReactNode, useContext } from "react";
import { Notice } from "../part/notice";

const ranks = ["viewer", "agent", "admin", "owner"] as const;
export type Role = (typeof ranks)[number];

const RoleContext = createContext<Role>("viewer");

export function RoleProvider({ role, children }: { role: Role; children: ReactNode }) {
  return <RoleContext value={role}>{children}</RoleContext>;
}

export const isAtLeast = (role: Role, needed: Role) => ranks.indexOf(role) >= ranks.indexOf(needed);

/** Whether the member has this role or one above it. */
export const useMay = (needed: Role) => isAtLeast(useContext(RoleContext), needed);

/** What is there only for this role and those above it. */
export function For({ least, children }: { least: Role; children: ReactNode }) {
  return useMay(least) ? children : null;
}

const who: Record<Exclude<Role, "viewer">, string> = {
  agent: "agents, admins and owners",
  admin: "admins and owners",
  owner: "owners",
};

/** Says who can change what stands below, to whoever cannot. */
export function ReadOnlyNotice({ least }: { least: Exclude<Role, "viewer"> }) {
  if (useMay(least)) return null;
  return (
    <div className="mb-5">
      <Notice>You can look at this; {who[least]} can change it.</Notice>
    </div>
  );
}
