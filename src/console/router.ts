import { accountRouter } from "./account-router";
import { aiRouter } from "./ai-router";
import { auditRouter } from "./audit-router";
import { conversationRouter, playgroundRouter, refusalRouter } from "./conversation-router";
import { installationRouter } from "./installation-router";
import { apiKeyRouter, signingSecretRouter, siteKeyRouter } from "./key-router";
import { goldenRouter, unansweredRouter } from "./knowledge-router";
import { originRouter } from "./origin-router";
import { sessionRouter } from "./session-router";
import { sourceRouter } from "./source-router";
import { invitationRouter, teamRouter } from "./team-router";
import { tenantRouter } from "./tenant-router";
import { createCallerFactory, router } from "./trpc";
import { usageRouter } from "./usage-router";
import { webhookRouter } from "./webhook-router";

/** Everything a signed-in person can do; pages call it over HTTP and in process alike. */
export const consoleRouter = router({
  installation: installationRouter,
  account: accountRouter,
  tenant: tenantRouter,
  origin: originRouter,
  signingSecret: signingSecretRouter,
  apiKey: apiKeyRouter,
  source: sourceRouter,
  ai: aiRouter,
  unanswered: unansweredRouter,
  golden: goldenRouter,
  playground: playgroundRouter,
  conversation: conversationRouter,
  refusal: refusalRouter,
  siteKey: siteKeyRouter,
  session: sessionRouter,
  audit: auditRouter,
  usage: usageRouter,
  webhook: webhookRouter,
  team: teamRouter,
  invitation: invitationRouter,
});

export type ConsoleRouter = typeof consoleRouter;

export const createCaller = createCallerFactory(consoleRouter);
