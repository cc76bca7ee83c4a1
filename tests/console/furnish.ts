// Some of everything for a tenant, through the verbs and the gateway, so that no page is looked at empty.
import { createApiKey } from "@/core/api-key/create-api-key";
import { replyAsPerson } from "@/core/conversation/reply-as-person";
import { addGoldenQuestion } from "@/core/golden/add-golden-question";
import { askGoldenQuestions } from "@/core/golden/ask-golden-questions";
import { runGoldenQuestions } from "@/core/golden/run-golden-questions";
import { inviteMember } from "@/core/invitation/invite-member";
import { flushObservations } from "@/core/observation/observation";
import { addOrigin } from "@/core/origin/add-origin";
import { rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { addSiteSource } from "@/core/source/add-site-source";
import { addTextSource } from "@/core/source/add-text-source";
import { putAnswer } from "@/core/source/put-answer";
import { addWebhook } from "@/core/webhook/add-webhook";
import { type Ask, call, freshGateway, identityClaims, signJwt } from "../fresh-gateway";
import { putTeammate } from "../fresh-team";
import type { Desk } from "./desk";

const DAY_MS = 24 * 3600_000;
const returns = `# Returns

## How long you have

You can return an item within 45 days of the day it arrived. Wash it first only if it was worn.

## Who pays

We pay for the parcel when the item is faulty or not what you ordered.`;

export interface Furnished {
  sourceId: string;
  siteId: string;
  answerId: string;
  conversationId: string;
  invitationToken: string;
}

export async function furnish(desk: Desk): Promise<Furnished> {
  const { owner, tenantId, siteKey, jwtSecret, product } = desk;
  await addOrigin(owner, { pattern: "https://*.preview.example.com", group: "previews", expiresAt: inDays(20) });
  await addOrigin(owner, { pattern: "https://help.example.com:8443" });
  const { id: sourceId } = await addTextSource(owner, {
    title: "Returns and refunds",
    text: returns,
    url: "https://www.example.com/help/returns",
  });
  const { id: answerId } = await putAnswer(owner, {
    question: "When do you open?",
    answer: "At nine, except Sundays.",
  });
  // Reserved: there is no such site, so its first reading fails in words.
  const { id: siteId } = await addSiteSource(owner, { url: "https://docs.example.test/help" });
  await addGoldenQuestion(owner, { question: "How long can I return an item?", expects: "source", sourceId });
  await addGoldenQuestion(owner, { question: "Who won the cup?", expects: "nothing" });
  await runGoldenQuestions(owner);
  await askGoldenQuestions(owner);
  await createApiKey(owner, { name: "Shop server", scopes: ["sessions"] });
  await rotateSigningSecret(owner, { overlapDays: 7 });
  await addWebhook(owner, { url: "https://www.example.com/hooks/gatehouse", events: ["conversation.escalated"] });
  await putTeammate({ ...desk, kid: "" }, "admin");
  await putTeammate({ ...desk, kid: "" }, "viewer");
  const { link } = await inviteMember(owner, { email: "somebody.with.a.long.name@example.com", role: "agent" });

  const said = async (back: number, message: string, given: Ask = {}) => {
    const past = freshGateway({ ...product, now: () => Date.now() - back * DAY_MS });
    const begun = await call(past, "POST", "/conversations", { ...given, body: { siteKey, message } });
    return begun.json();
  };
  for (const back of [9, 6, 5, 5, 3, 2, 1]) await said(back, "How long can I return an item?");
  for (const back of [6, 3, 1]) await said(back, "Do you ship to Iceland?");
  const token = signJwt(identityClaims(tenantId), jwtSecret);
  await said(0, "Who pays for the parcel when an item is faulty?", { token });
  const { conversationId } = await said(0, "How long do I have to return an item that does not fit me?");
  const now = freshGateway(product);
  await call(now, "POST", `/conversations/${conversationId}`, { body: { message: "And if it is a gift?" } });
  const escalated = { reason: "I need a person for this.", email: "visitor@example.com" };
  await call(now, "POST", `/conversations/${conversationId}/escalate`, { body: escalated });
  await replyAsPerson(owner, { conversationId, text: "Gifts count from the day they were given." });

  for (const origin of ["https://copycat.example", "https://www.example.com.copycat.example", "http://www.example.com"])
    await call(now, "GET", `/widget?siteKey=${siteKey}`, { origin });
  const stale = signJwt({ ...identityClaims(tenantId), exp: Math.floor(Date.now() / 1000) - 60 }, jwtSecret);
  await call(now, "POST", "/sessions", { token: stale, body: { siteKey } });
  await flushObservations(product);
  return { sourceId, siteId, answerId, conversationId, invitationToken: link?.split("/").at(-1) ?? "" };
}

function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString();
}
