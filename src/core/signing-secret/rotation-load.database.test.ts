// A rotation while the widget is busy: tokens of the old and the new secret, 500 admissions a second at two gates. What
// comes after the gate is left out: it is the gate that knows secrets.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { flushObservations } from "@/core/observation/observation";
import { admitVisitor } from "@/core/visitor/admit-visitor";
import { lookAtToken } from "@/core/visitor/token-look";
import { Failure } from "@/failures";
import { identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { listSigningSecrets } from "./list-signing-secrets";
import { rotateSigningSecret } from "./rotate-signing-secret";

const PER_SECOND = 500;
const SECONDS = 6;
/** A tenth of a second's requests are begun at once, whether those before them were answered or not. */
const TICK_MS = 100;
const ORIGIN = "https://www.example.com";
const gates = [freshProduct(), freshProduct()] as const;

function knock(own: FreshTenant, secret: string, gate: number): Promise<string> {
  const look = lookAtToken(signJwt(identityClaims(own.tenantId), secret));
  const unknown = { conversationId: null, pageUrlHash: null, fault: null };
  const request = { origin: ORIGIN, address: randomUUID(), look, key: own.siteKey, ...unknown };
  return admitVisitor(gates[gate % 2] ?? gates[0], request, { tokens: "live", demand: "full", limits: [] }).then(
    ({ proof }) => proof.kind,
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );
}

test("nobody is refused while the secret is rotated and the tenant's server changes over", async () => {
  const own = await freshTenant(gates[0]);
  let secret = own.jwtSecret;
  const answers: Promise<string>[] = [];
  let rotated: ReturnType<typeof rotateSigningSecret> | undefined;
  const began = performance.now();
  for (let tick = 0; tick < (SECONDS * 1000) / TICK_MS; tick++) {
    if (tick === 15) rotated = rotateSigningSecret(own.owner, { overlapDays: 1 });
    // The tenant's server has the new secret a second and a half after it was made.
    if (tick === 30) secret = (await rotated)?.jwtSecret ?? "";
    for (let i = 0; i < (PER_SECOND * TICK_MS) / 1000; i++) answers.push(knock(own, secret, i));
    const next = began + (tick + 1) * TICK_MS;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
  }
  expect([...new Set(await Promise.all(answers))]).toEqual(["identity"]);
  expect(answers).toHaveLength(PER_SECOND * SECONDS);
  // None of them was lost, and few statements were made for all.
  await Promise.all(gates.map(flushObservations));
  const listed = await listSigningSecrets(own.owner);
  expect(listed.map(({ kid, requests }) => [kid, requests])).toEqual([
    [(await rotated)?.kid, 1500],
    [own.kid, 1500],
  ]);
}, 60_000);
