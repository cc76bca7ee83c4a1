import { accountRouter } from "./account-router";
import { conversationRouter, playgroundRouter, refusalRouter } from "./conversation-router";
import { installationRouter } from "./installation-router";
import { apiKeyRouter, signingSecretRouter, siteKeyRouter } from "./key-router";
import { originRouter } from "./origin-router";
import { sessionRouter } from "./session-router";
import { sourceRouter } from "./source-router";
import { tenantRouter } from "./tenant-router";
import { createCallerFactory, router } from "./trpc";

/** Everything a signed-in person can do; pages call it over HTTP and in process alike. */
export const consoleRouter = router({
  installation: installationRouter,
  account: accountRouter,
  tenant: tenantRouter,
  origin: originRouter,
  signingSecret: signingSecretRouter,
  apiKey: apiKeyRouter,
  source: sourceRouter,
  playground: playgroundRouter,
  conversation: conversationRouter,
  refusal: refusalRouter,
  siteKey: siteKeyRouter,
  session: sessionRouter,
});

export type ConsoleRouter = typeof consoleRouter;

export const createCaller = createCallerFactory(consoleRouter);
