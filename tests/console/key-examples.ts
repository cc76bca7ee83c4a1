// Procedures of what opens the door: origins, secrets, keys, sessions.
import { newId } from "@/core/id/id";
import { type Examples, member } from "./example";

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600_000).toISOString();

export const keyExamples: Examples = {
  "origin.list": member,
  "origin.explain": { open: "account", input: () => ({ pattern: "https://shop.example.com" }) },
  "origin.try": { open: "member", input: () => ({ origin: "https://shop.example.com/basket" }) },
  "origin.add": { open: "member", input: () => ({ pattern: "https://shop.example.com" }) },
  "origin.update": {
    open: "member",
    input: ({ originId }) => ({ id: originId, group: "shop", expiresAt: null }),
    missing: () => ({ id: newId("origin"), group: "shop", expiresAt: null }),
  },
  "origin.remove": {
    open: "member",
    input: ({ originId }) => ({ id: originId }),
    missing: () => ({ id: newId("origin") }),
  },
  "signingSecret.list": member,
  "signingSecret.rotate": { open: "member", input: () => ({ overlapDays: 1 }) },
  "signingSecret.retire": {
    open: "member",
    input: ({ oldKid }) => ({ kid: oldKid }),
    missing: ({ oldKid }) => ({ kid: `${oldKid.slice(0, -4)}0000` }),
  },
  "signingSecret.extend": {
    open: "member",
    input: ({ oldKid }) => ({ kid: oldKid, retiresAt: inDays(9) }),
    missing: ({ oldKid }) => ({ kid: `${oldKid.slice(0, -4)}0000`, retiresAt: inDays(9) }),
  },
  "signingSecret.leak": {
    open: "member",
    input: ({ oldKid }) => ({ kid: oldKid }),
    missing: ({ oldKid }) => ({ kid: `${oldKid.slice(0, -4)}0000` }),
  },
  "signingSecret.inspect": { open: "member", input: () => ({ token: "a.b.c" }) },
  "apiKey.list": member,
  "apiKey.create": { open: "member", input: () => ({ name: "Second", scopes: ["sessions"] }) },
  "siteKey.list": member,
  "siteKey.rotate": { open: "member", input: () => ({ overlapDays: 7 }) },
  "siteKey.disable": {
    open: "member",
    input: ({ siteKeyId }) => ({ id: siteKeyId }),
    missing: () => ({ id: newId("siteKeyRow") }),
  },
  "session.count": member,
  "session.revoke": {
    open: "member",
    input: ({ sessionId }) => ({ sessionId }),
    missing: () => ({ sessionId: newId("session") }),
  },
  "session.revokeAll": member,
  "session.revokeUser": { open: "member", input: () => ({ userId: "usr_1" }) },
  "apiKey.revoke": { open: "member", input: ({ keyId }) => ({ id: keyId }), missing: () => ({ id: newId("apiKey") }) },
};
