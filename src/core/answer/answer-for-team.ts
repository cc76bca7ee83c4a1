import { asksOutside } from "@/core/answerer/choose-model";
import { toAnswererSettings } from "@/core/answerer/settings";
import type { Member } from "@/core/member/member";
import { toWidgetLook } from "@/core/tenant/tenant";
import { searchPassages } from "@/store/search-passages";
import type { PromptParts } from "./build-prompt";
import { MOST_PASSAGES, quoteAnswer } from "./find-answer";
import { toOwnHosts } from "./own-hosts";
import { searchHits } from "./search-hits";
import { writeAnswer } from "./write-answer";

/**
 * What a visitor with these claims would be answered, what it was chosen from and what it cost; nothing is stored.
 * `beforeModel` may refuse before anybody outside is asked.
 */
export async function answerForTeam(
  member: Member,
  { question, claims }: Pick<PromptParts, "question" | "claims">,
  beforeModel: () => Promise<void> = async () => {},
) {
  const { database, product, tenantId } = member;
  // As they are now: whoever has just changed a setting tries what it does.
  const { tenant, origins } = await database.transaction(async (tx) => ({
    tenant: await tx.tenant.findUniqueOrThrow({
      where: { id: tenantId },
      select: { name: true, answerer: true, widget: true },
    }),
    origins: await tx.origin.findMany({ select: { pattern: true } }),
  }));
  const answerer = toAnswererSettings(tenant.answerer);
  const linkHosts = toOwnHosts(answerer.linkHosts, origins);
  const settings = { ...answerer, linkHosts };
  const offersPerson = toWidgetLook(tenant.widget).escalation;
  const isOutside = asksOutside(settings, product);
  if (isOutside) await beforeModel();
  const writer = { tenantId, product, settings, tenantName: tenant.name, claims, offersPerson };
  const asked = { question, citations: true, linkHosts, offersPerson };
  const began = performance.now();
  const hits = isOutside
    ? await searchHits({ ...writer, database }, asked)
    : await database.sql((sql) => searchPassages(sql, asked, MOST_PASSAGES));
  const searched = performance.now();
  const { found, usage } = isOutside
    ? await writeAnswer(writer, asked, hits)
    : { found: quoteAnswer(asked, hits), usage: null };
  const written = performance.now();
  return { found, usage, hits, searchMs: searched - began, writeMs: written - searched, totalMs: written - began };
}
