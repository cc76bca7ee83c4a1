// What the playground asks as: nobody, or whom a pasted token names.
import { afterAll, beforeAll, expect, test } from "vitest";
import { updateAnswerer } from "@/core/answerer/update-answerer";
import { addTextSource } from "@/core/source/add-text-source";
import { identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { openModel } from "../../../tests/stand-in-model";
import { tryQuestion } from "./try-question";

const model = await openModel();
process.env.GATEHOUSE_FETCH_ALLOW = model.host;
const product = freshProduct();
let own: FreshTenant;
const question = "Within how many days can I return an item?";

beforeAll(async () => {
  own = await freshTenant(product);
  await addTextSource(own.owner, { title: "Returns", text: "You can return any item within 30 days of delivery." });
});
afterAll(() => model.close());

test("without a token it is an anonymous visitor's answer, with its passages and the time it took", async () => {
  const tried = await tryQuestion(own.owner, { question });
  expect(tried).toMatchObject({ grounded: true, identity: null, model: null });
  expect(tried.content).toContain("within 30 days");
  expect(tried.passages[0]).toMatchObject({ title: "Returns", text: expect.stringContaining("30 days") });
  expect(tried.passages[0]?.score).toBeGreaterThan(0);
  expect(tried.totalMs).toBeCloseTo(tried.searchMs + tried.writeMs);
});

test("a token that the gate would refuse is refused beside its field, with the gate's reason", async () => {
  const refusal = (token: string) => tryQuestion(own.owner, { question, token }).catch((error) => error.errors);
  const other = await freshTenant(product);
  const late = { ...identityClaims(own.tenantId), exp: Math.floor(Date.now() / 1000) - 120 };
  for (const [token, why] of [
    ["no token", /not a signed JWT/],
    [signJwt(identityClaims(own.tenantId), "nobody's secret"), /no live secret/],
    [signJwt(identityClaims(other.tenantId), own.jwtSecret), /names/],
    [signJwt(late, own.jwtSecret), /expired|exp/],
  ] as const)
    expect(await refusal(token)).toEqual([{ path: "token", message: expect.stringMatching(why) }]);
});

test("the writer is told what the token says, and nothing of it is kept", async () => {
  await updateAnswerer(own.owner, {
    ...{ provider: "openai-compatible", model: "m", baseUrl: model.url, apiKey: "sk-of-a-tenant" },
    instructions: "Mention the plan.",
  });
  model.says = () => ({ pieces: ["You can return any item within 30 days of delivery [1]."] });
  model.received.length = 0;
  await tryQuestion(own.owner, { question });
  const token = signJwt({ ...identityClaims(own.tenantId), plan: "platinum" }, own.jwtSecret);
  const tried = await tryQuestion(own.owner, { question, token });
  expect(tried).toMatchObject({ model: "m", identity: { userId: "usr_42", plan: "platinum" } });
  const [anonymous = "", known = ""] = model.received.map(({ body }) => body);
  expect(anonymous).not.toContain("platinum");
  expect(known).toContain("platinum");
  expect(known).not.toContain(token);
  const kept = await own.owner.database.transaction((tx) => Promise.all([tx.visitor.count(), tx.conversation.count()]));
  expect(kept).toEqual([0, 0]);
});
