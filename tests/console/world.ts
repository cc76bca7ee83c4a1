// A tenant that has one of everything a procedure of the console can be asked about.
import { createApiKey } from "@/core/api-key/create-api-key";
import { addGoldenQuestion } from "@/core/golden/add-golden-question";
import { addOrigin } from "@/core/origin/add-origin";
import { rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { addSiteSource } from "@/core/source/add-site-source";
import { addTextSource } from "@/core/source/add-text-source";
import { putAnswer } from "@/core/source/put-answer";
import { addWebhook } from "@/core/webhook/add-webhook";
import { testWebhook } from "@/core/webhook/test-webhook";
import { freshGateway, call as request } from "../fresh-gateway";
import { freshTeam, type Team } from "../fresh-team";
import { type FreshTenant, freshProduct, freshTenant } from "../fresh-tenant";

export const product = freshProduct();
const gateway = freshGateway(product);
const ORIGIN = "https://www.example.com";

export interface World extends FreshTenant, Team {
  originId: string;
  sourceId: string;
  siteId: string;
  answerId: string;
  goldenId: string;
  conversationId: string;
  messageId: string;
  keyId: string;
  oldKid: string;
  siteKeyId: string;
  sessionId: string;
  webhookId: string;
  deliveryId: string;
}

/** A tenant that has one of everything. */
export async function freshWorld(): Promise<World> {
  const tenant = await freshTenant(product, [ORIGIN]);
  const { owner, siteKey, kid: oldKid } = tenant;
  const { id: originId } = await addOrigin(owner, { pattern: "https://help.example.com" });
  const { id: sourceId } = await addTextSource(owner, { title: "Delivery", text: "Delivery takes 2 to 4 days." });
  const { id: siteId } = await addSiteSource(owner, { url: "https://www.example.com" });
  const { id: answerId } = await putAnswer(owner, { question: "When do you open?", answer: "At nine." });
  const { id: goldenId } = await addGoldenQuestion(owner, { question: "Hm?", expects: "nothing" });
  const { id: keyId } = await createApiKey(owner, { name: "Server", scopes: ["sessions"] });
  await rotateSigningSecret(owner, { overlapDays: 7 });
  const begun = await request(gateway, "POST", "/conversations", { origin: ORIGIN, body: { siteKey, message: "Hm?" } });
  const { conversationId, message } = await begun.json();
  const session = await request(gateway, "POST", "/sessions", { origin: ORIGIN, body: { siteKey } });
  const { session_id: sessionId } = await session.json();
  const siteKeyId = (await owner.database.transaction((tx) => tx.siteKey.findFirstOrThrow())).id;
  const { id: webhookId } = await addWebhook(owner, { url: "https://www.example.com/hook", events: ["refusal.spike"] });
  const { deliveryId } = await testWebhook(owner, { id: webhookId });
  return {
    ...tenant,
    ...(await freshTeam(tenant)),
    webhookId,
    deliveryId,
    originId,
    sourceId,
    siteId,
    answerId,
    goldenId,
    conversationId,
    messageId: message.id,
    keyId,
    oldKid,
    siteKeyId,
    sessionId,
  };
}
