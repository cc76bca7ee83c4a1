// An authenticator in a few lines: what a browser answers to WebAuthn's two calls, made with a key of its own.
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const bytes = (head: number[], body: Buffer) => Buffer.concat([Buffer.from(head), body]);
const text = (word: string) => bytes([0x60 + word.length], Buffer.from(word));

interface Options {
  challenge: string;
}

/** A passkey for the installation at `url`; `verified: false` did not look who holds it. */
export function softwarePasskey(url: string, { verified = true } = {}) {
  const { hostname, origin } = new URL(url);
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  let counter = 0;

  const clientData = (type: string, challenge: string, from = origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const authenticatorData = (attested?: Buffer) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested ? 0x40 : 0);
    return Buffer.concat([sha256(hostname), Buffer.from([flags]), count, attested ?? Buffer.alloc(0)]);
  };
  const answer = (response: object) => ({
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    clientExtensionResults: {},
    response,
  });

  return {
    /** Answers navigator.credentials.create. */
    create(asked: object) {
      // COSE: {kty: EC2, alg: ES256, crv: P-256, x, y}
      const key = Buffer.concat([
        bytes([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32], Buffer.from(x, "base64url")),
        bytes([0x22, 0x58, 32], Buffer.from(y, "base64url")),
      ]);
      const data = authenticatorData(Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]));
      const attestation = Buffer.concat([
        bytes([0xa3], text("fmt")),
        text("none"),
        bytes([], text("attStmt")),
        bytes([0xa0], text("authData")),
        bytes([0x58, data.length], data),
      ]);
      return answer({
        clientDataJSON: clientData("webauthn.create", (asked as Options).challenge).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      });
    },
    /** Answers navigator.credentials.get, on a page of `from`. */
    get(asked: object, from?: string) {
      const client = clientData("webauthn.get", (asked as Options).challenge, from);
      const data = authenticatorData();
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return answer({
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
      });
    },
  };
}
