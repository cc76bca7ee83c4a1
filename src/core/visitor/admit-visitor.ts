import type { LimitRule, LimitVerdict } from "@/core/limit/limit";
import { LimitExceeded } from "@/core/limit/limit-exceeded";
import { limitRules } from "@/core/limit/rules";
import { observations } from "@/core/observation/observation";
import { findAllowed, parseOrigin } from "@/core/origin/origin";
import type { Product } from "@/core/product";
import { Failure, type FailureCode } from "@/failures";
import type { Configuration } from "./configuration";
import { type DemandPolicy, lackOf } from "./demand";
import { findTenant, type Knock, peekTenant, requireTenant } from "./find-tenant";
import { proveVisitor, type TokenPolicy } from "./prove-visitor";
import { notListed } from "./stranger-origin";
import { type Proof, toLimitSubject, type Visitor } from "./visitor";

/** What a route asks of those who knock. */
export interface AdmissionPolicy {
  tokens: TokenPolicy;
  demand: DemandPolicy;
  /** Counted after the address. */
  limits: ("session" | "message" | "stream")[];
}

/** Ordinary in a visitor's day, so nothing the tenant has to look at. */
const UNRECORDED = new Set<FailureCode>(["conversation_not_found", "input_invalid", "token_expired"]);

/**
 * Admits a visitor, step by step in the order of the contract: origin, https, tenant, limit by address, origin list,
 * token, demand, limits. Throws the Failure of the first step that says no, and counts it for the tenant.
 */
export async function admitVisitor(product: Product, knock: Knock, policy: AdmissionPolicy): Promise<Visitor> {
  const address = await product.limiter.take(limitRules.address, knock.address);
  const found = address.allowed ? await findTenant(product, knock) : await peekTenant(product, knock);
  try {
    return await admit(product, knock, policy, found, address);
  } catch (error) {
    if (found && error instanceof Failure && !UNRECORDED.has(error.code))
      observe(product, knock, found, error.code, error.reason);
    throw error;
  }
}

async function admit(
  product: Product,
  knock: Knock,
  policy: AdmissionPolicy,
  found: Configuration | null,
  address: LimitVerdict,
): Promise<Visitor> {
  const verdicts: LimitVerdict[] = [];
  const parsed = parseOrigin(knock.origin ?? "");
  if (!parsed.ok) throw new Failure("origin_missing", { reason: parsed.reason });
  const { origin } = parsed;
  if (!parsed.secure && !parsed.loopback) throw new Failure("https_required", { reason: "http is for localhost only" });
  if (!parsed.secure && found && !found.developmentOrigins)
    throw new Failure("https_required", { reason: "development origins are switched off" });
  if (knock.fault) throw knock.fault;
  // Before the tenant is known to be one: trying out keys is counted as well.
  accept(verdicts, address);
  const configuration = requireTenant(knock, found);
  const { tenantId } = configuration;
  const allowed = findAllowed(configuration.origins, origin, product.now());
  if (!allowed) throw await notListed(product, knock, configuration, origin);
  const proof = await proveVisitor(product, configuration, knock.look, origin, policy.tokens);
  const database = product.database.tenant(tenantId);
  const admitted = { tenantId, origin, address: knock.address, proof, configuration, database, product, verdicts };
  const visitor = admitted as unknown as Visitor;
  requireDemand(visitor, policy, knock);
  for (const [rule, subject] of toCounted(policy, configuration, proof, knock.address))
    await count(product, verdicts, rule, subject);
  const seen = observations(product);
  seen.used(tenantId, "origin", allowed.pattern);
  // The tenant's id is accepted where a key is, and is none.
  if (knock.key?.startsWith("pub_")) seen.used(tenantId, "site-key", knock.key);
  return visitor;
}

function toCounted(
  policy: AdmissionPolicy,
  { tenantId, visitorMessages: own }: Configuration,
  proof: Proof,
  address: string,
): [LimitRule, string][] {
  return policy.limits.flatMap((name): [LimitRule, string][] =>
    name === "message"
      ? [
          [{ ...limitRules.message, own }, toLimitSubject(tenantId, proof, address)],
          [limitRules.tenant, tenantId],
        ]
      : [[limitRules[name], address]],
  );
}

async function count(product: Product, verdicts: LimitVerdict[], rule: LimitRule, subject: string): Promise<void> {
  accept(verdicts, await product.limiter.take(rule, subject));
}

function accept(verdicts: LimitVerdict[], verdict: LimitVerdict): void {
  verdicts.push(verdict);
  if (!verdict.allowed) throw new LimitExceeded(verdict);
}

function requireDemand(visitor: Visitor, policy: AdmissionPolicy, knock: Knock): void {
  const { demand, reportOnly } = visitor.configuration;
  const code = lackOf(visitor.configuration, visitor.proof, policy.demand);
  if (code === null) return;
  if (!reportOnly) throw new Failure(code, { reason: `the tenant demands ${demand}` });
  observe(visitor.product, knock, visitor.configuration, `reported:${code}`, `the tenant demands ${demand}`);
}

function observe(product: Product, knock: Knock, configuration: Configuration, reason: string, detail = ""): void {
  const parsed = parseOrigin(knock.origin ?? "");
  const origin = parsed.ok ? parsed.origin : "";
  const { tenantId } = configuration;
  observations(product).refused({ tenantId, reason, origin, detail, pageUrlHash: knock.pageUrlHash });
}
