// GitHub and Google as far as a sign-in needs them, on this machine: who comes is let through at once.
import { createHash, randomBytes } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { openService, type Received } from "./stand-in-service";

export interface Person {
  email: string;
  verified: boolean;
}

interface Grant {
  challenge: string;
  nonce: string | null;
}

const CLIENT = { id: "gatehouse-test", secret: "a secret of the application" };
const sha256 = (text: string) => createHash("sha256").update(text).digest("base64url");

/** Both sites at one address; `person` is who is signed in there. Each code is good once, for its own verifier. */
export async function openSignInSites() {
  const service = await openService();
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const sites = {
    url: service.url,
    client: CLIENT,
    person: { email: "", verified: true } as Person,
    close: service.close,
  };
  const grants = new Map<string, Grant>();
  const json = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });

  const authorize = (query: URLSearchParams) => {
    const code = randomBytes(16).toString("hex");
    const back = new URL(query.get("redirect_uri") ?? "");
    if (query.get("client_id") !== CLIENT.id || query.get("code_challenge_method") !== "S256") return json({}, 400);
    grants.set(code, { challenge: query.get("code_challenge") ?? "", nonce: query.get("nonce") });
    back.search = new URLSearchParams({ code, state: query.get("state") ?? "" }).toString();
    return { status: 302, location: back.href };
  };
  const token = async ({ body, headers }: Received) => {
    const given = new URLSearchParams(body);
    const code = given.get("code") ?? "";
    const grant = grants.get(code);
    grants.delete(code);
    const basic = `Basic ${Buffer.from(`${CLIENT.id}:${encodeURIComponent(CLIENT.secret).replaceAll("%20", "+")}`).toString("base64")}`;
    if (!grant || headers.authorization !== basic || sha256(given.get("code_verifier") ?? "") !== grant.challenge)
      return json({ error: "invalid_grant" }, 400);
    const { email, verified } = sites.person;
    const id_token = await new SignJWT({
      email,
      email_verified: verified,
      ...(grant.nonce ? { nonce: grant.nonce } : {}),
    })
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .setIssuer(service.url)
      .setAudience(CLIENT.id)
      .setSubject(sha256(email))
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(privateKey);
    const tokens = { access_token: "access", token_type: "bearer" };
    return json(grant.nonce ? { ...tokens, id_token } : tokens);
  };
  service.answer = async (request) => {
    const { pathname, searchParams } = new URL(request.path, service.url);
    const { email, verified } = sites.person;
    if (pathname.endsWith("/authorize")) return authorize(searchParams);
    if (pathname.endsWith("/access_token") || pathname === "/token") return token(request);
    // What somebody typed into their profile, whoever's it is.
    if (pathname === "/api/v3/user") return json({ id: 7, login: "somebody", email });
    if (pathname === "/api/v3/user/emails")
      return json([
        { email: "other@example.com", primary: false, verified: true },
        { email, primary: true, verified },
      ]);
    if (pathname === "/jwks")
      return json({ keys: [{ ...(await exportJWK(publicKey)), kid: "1", alg: "RS256", use: "sig" }] });
    if (pathname === "/.well-known/openid-configuration")
      return json({
        issuer: service.url,
        authorization_endpoint: `${service.url}/authorize`,
        token_endpoint: `${service.url}/token`,
        jwks_uri: `${service.url}/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    return { status: 404 };
  };
  return sites;
}
