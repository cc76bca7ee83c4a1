// What the browser's WebAuthn calls need of us, and what to say when they do not come to an end.
import { startAuthentication, startRegistration, WebAuthnError } from "@simplewebauthn/browser";

type Get = Parameters<typeof startAuthentication>[0]["optionsJSON"];
type Create = Parameters<typeof startRegistration>[0]["optionsJSON"];

/** Asks a passkey to answer; rejects when the person gives up. */
export const getPasskey = (options: object) =>
  startAuthentication({ optionsJSON: options as Get }).then((answer) => ({ ...answer }));

/** Makes a passkey; rejects when the person gives up. */
export const createPasskey = (options: object) =>
  startRegistration({ optionsJSON: options as Create }).then((answer) => ({ ...answer }));

/** Null where the person changed their mind, which is no failure. */
export function sayPasskeyError(error: unknown): string | null {
  if (error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED")
    return "This device has a passkey for this account already.";
  if (error instanceof Error && ["NotAllowedError", "AbortError"].includes(error.name)) return null;
  return error instanceof Error && error.message ? error.message : "The passkey could not be used. Try again.";
}
