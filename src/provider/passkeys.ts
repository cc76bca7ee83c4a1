import type { Passkeys } from "@/core/account/passkeys";

// Loaded at its first use: a gateway or the command line never gets there.
const load = () => import("@simplewebauthn/server");
type Package = Awaited<ReturnType<typeof load>>;
type Registration = Parameters<Package["verifyRegistrationResponse"]>[0]["response"];
type Authentication = Parameters<Package["verifyAuthenticationResponse"]>[0]["response"];

/** Passkeys of this installation's own address: an answer that was made on any other page is wrong. */
export function openPasskeys(publicUrl: string): Passkeys {
  const { hostname: rpID, origin: expectedOrigin } = new URL(publicUrl);
  const expected = { expectedOrigin, expectedRPID: rpID, requireUserVerification: true };
  return {
    async toRegistration({ id, email }, present) {
      const { generateRegistrationOptions } = await load();
      const options = await generateRegistrationOptions({
        rpName: "Gatehouse",
        rpID,
        userName: email,
        userID: new TextEncoder().encode(id),
        excludeCredentials: present,
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      return { challenge: options.challenge, options };
    },
    async toAuthentication(present = []) {
      const { generateAuthenticationOptions } = await load();
      const options = await generateAuthenticationOptions({
        rpID,
        allowCredentials: present,
        userVerification: "required",
      });
      return { challenge: options.challenge, options };
    },
    async register(answer, take) {
      const response = answer as Registration;
      const { verifyRegistrationResponse } = await load();
      // The package throws at whatever is wrong with an answer: to us it is all the same.
      const made = await verifyRegistrationResponse({ ...expected, response, expectedChallenge: take }).catch(
        () => null,
      );
      if (!made?.verified) return null;
      const { id, publicKey, counter, transports = [] } = made.registrationInfo.credential;
      return { id, publicKey: Buffer.from(publicKey).toString("base64url"), counter, transports };
    },
    nameOf: (answer) => {
      const id = answer && typeof answer === "object" && "id" in answer ? answer.id : null;
      return typeof id === "string" && id.length <= 1400 ? id : null;
    },
    async authenticate(answer, key, take) {
      const response = answer as Authentication;
      const credential = { ...key, publicKey: new Uint8Array(Buffer.from(key.publicKey, "base64url")) };
      const { verifyAuthenticationResponse } = await load();
      const seen = await verifyAuthenticationResponse({
        ...expected,
        response,
        credential,
        expectedChallenge: take,
      }).catch(() => null);
      return seen?.verified ? seen.authenticationInfo.newCounter : null;
    },
  };
}
