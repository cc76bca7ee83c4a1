// Procedures of the installation and of one's own account.
import { askForPasskey, askPasskeyForConfirmation } from "@/core/account/ask-passkey";
import { newId, sha256Hex } from "@/core/id/id";
import { firstCode, putPasskey, turnTwoStepOn } from "../fresh-team";
import { softwarePasskey } from "../software-passkey";
import type { Examples } from "./example";
import { product } from "./world";

const PASSWORD = "a long password";

export const accountExamples: Examples = {
  "installation.facts": { open: "anybody" },
  "installation.pinned": { open: "anybody" },
  "installation.demo": { open: "anybody" },
  "installation.landing": { open: "anybody" },
  "account.signUp": {
    open: "anybody",
    input: ({ tenantId }) => ({ email: `${tenantId}@example.com`, password: PASSWORD }),
  },
  "account.me": { open: "anybody" },
  "account.sessions": { open: "account" },
  "account.revokeSession": {
    open: "account",
    input: ({ account }) => ({ id: account.sessionId }),
    missing: async () => ({ id: await sha256Hex(newId("user")) }),
  },
  "account.confirmPassword": { open: "account", input: () => ({ password: PASSWORD }) },
  "account.requestReset": { open: "anybody", input: ({ account }) => ({ email: account.email }) },
  "account.resetPassword": {
    open: "anybody",
    input: ({ resetToken }) => ({ token: resetToken, password: "another password" }),
  },
  "account.confirmEmail": { open: "anybody", input: ({ changeToken }) => ({ token: changeToken }) },
  "account.askPasskey": { open: "anybody" },
  "account.security": { open: "account" },
  "account.signOutEverywhere": { open: "account" },
  "account.askOwnPasskey": { open: "account" },
  "account.confirmPasskey": {
    open: "account",
    input: async ({ account }) => ({
      answer: (await putPasskey(account)).passkey.get(await askPasskeyForConfirmation(account)),
    }),
  },
  "account.changePassword": { open: "account", input: () => ({ password: PASSWORD, next: "another password" }) },
  "account.changeEmail": { open: "account", input: ({ tenantId }) => ({ email: `moved-${tenantId}@example.com` }) },
  "account.beginTwoStep": { open: "account" },
  "account.enableTwoStep": {
    open: "account",
    input: async ({ account }) => ({ code: await firstCode(account) }),
  },
  "account.disableTwoStep": { open: "account" },
  "account.askForPasskey": { open: "account" },
  "account.addPasskey": {
    open: "account",
    input: async ({ account }) => ({
      name: "Laptop",
      answer: softwarePasskey(product.publicUrl).create(await askForPasskey(account)),
    }),
  },
  "account.removePasskey": {
    open: "account",
    input: async ({ account }) => ({ id: (await putPasskey(account)).id }),
    missing: () => ({ id: "nothing" }),
  },
  "account.delete": { open: "account", input: () => ({ password: PASSWORD }) },
  "account.renewRecoveryCodes": {
    open: "account",
    input: async ({ account }) => {
      await turnTwoStepOn(account);
      return {};
    },
  },
};
