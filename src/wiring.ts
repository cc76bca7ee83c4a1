// Builds the product from the environment, the store and the providers.
import { setMaxListeners } from "node:events";
import { flushObservations } from "@/core/observation/observation";
import type { Product } from "@/core/product";
import { type Environment, environment } from "@/env";
import { openClientAddress } from "@/provider/client-address";
import { deriveSecret } from "@/provider/derived-secret";
import { openDocumentReader } from "@/provider/document-reader";
import { openDocumentUploads } from "@/provider/document-uploads";
import { openFiles } from "@/provider/file-store";
import { openLanguageModels } from "@/provider/language-model";
import { openLimiter } from "@/provider/limiter";
import { openLog } from "@/provider/log";
import { openMailer } from "@/provider/mailer";
import { openModerator } from "@/provider/moderator";
import { openOneTimeCodes } from "@/provider/one-time-codes";
import { openPageReader } from "@/provider/page-reader";
import { openPasskeys } from "@/provider/passkeys";
import { openPasswords } from "@/provider/passwords";
import { watchPeers } from "@/provider/peer-header";
import { openPoster } from "@/provider/poster";
import { openSiteFaces } from "@/provider/site-face";
import { openSiteReader } from "@/provider/site-reader";
import { openUploadReader } from "@/provider/upload-reader";
import { openVault } from "@/provider/vault";
import { openWidgetFiles } from "@/provider/widget-files";
import { openChanges } from "@/store/changes";
import { openConversationFeed } from "@/store/conversation-feed";
import { openDatabase } from "@/store/database";
import { openHostTurns } from "@/store/host-turns";
import { openJobs } from "@/store/jobs";

/** Connects to nothing yet: every part opens at its first use. `close` ends all of them. */
export function buildProduct(env: Environment, now: () => number = Date.now): Product {
  const database = openDatabase(env.databaseUrl);
  const changes = openChanges(database, env.databaseUrl);
  const feed = openConversationFeed(database, env.databaseUrl);
  const jobs = openJobs(env.databaseUrl);
  const limiter = openLimiter({
    redisUrl: env.redisUrl,
    upstash: env.upstash,
    whenDown: env.limitsWhenDown,
    scale: env.limitScale,
    now,
  });
  const documents = openDocumentReader();
  const outside = {
    allow: env.fetchAllow,
    pauseMilliseconds: env.crawlPauseMilliseconds,
    turns: openHostTurns(database),
  };
  const sites = openSiteReader(outside);
  const mailer = env.mail ? openMailer(env.mail) : null;
  const stopping = new AbortController();
  // Every open event stream listens for the end.
  setMaxListeners(0, stopping.signal);
  const product: Product = {
    database,
    changes,
    feed,
    jobs,
    limiter,
    vault: openVault(env.vaultKey),
    passwords: openPasswords(),
    pages: openPageReader(outside, documents),
    sites,
    siteFaces: openSiteFaces({ allow: env.fetchAllow }, sites),
    documents,
    documentUploads: openDocumentUploads(),
    codes: openOneTimeCodes(),
    passkeys: openPasskeys(env.publicUrl),
    mailer,
    files: openFiles({ folder: `${env.dataFolder}/files`, s3: env.s3 }),
    uploads: openUploadReader(),
    fileLinkSecret: deriveSecret(env.secret, "file links"),
    poster: openPoster({ allow: env.fetchAllow }),
    moderator: openModerator({ allow: env.fetchAllow }),
    models: openLanguageModels({ allow: env.fetchAllow }),
    platformModels: env.models,
    widgetFiles: openWidgetFiles("public/widget"),
    log: openLog(env.logLevel),
    now,
    publicUrl: env.publicUrl,
    local: env.local,
    signInSites: (["github", "google"] as const).filter((site) => env.signIn[site]),
    ownSiteKey: env.ownSiteKey ?? null,
    stopping: stopping.signal,
    stop: () => stopping.abort(),
    async close() {
      stopping.abort();
      await flushObservations(product);
      await Promise.all([changes.close(), feed.close(), jobs.close(), limiter.close()]);
      mailer?.close();
      await database.close();
    },
  };
  return product;
}

// Development reloads modules; one product per process all the same.
const holder = globalThis as { gatehouseProduct?: Product };

/** The process's product. Throws what is wrong with the environment at the first call. */
export function product(): Product {
  holder.gatehouseProduct ??= buildProduct(environment());
  return holder.gatehouseProduct;
}

type HeaderOf = (name: string) => string | undefined;

/** Reads a request's network address where the server hands the socket's over. */
export function socketAddress(env: Environment): (header: HeaderOf, bindings: unknown) => string {
  const toAddress = openClientAddress(env.trustedProxies);
  return (header, bindings) => {
    const { incoming } = bindings as { incoming?: { socket?: { remoteAddress?: string } } };
    return toAddress(incoming?.socket?.remoteAddress, header("x-forwarded-for"));
  };
}

/** The same inside Next, which hides the socket. */
export function hiddenSocketAddress(env: Environment): (header: HeaderOf) => string {
  const toAddress = openClientAddress(env.trustedProxies);
  const peer = watchPeers();
  return (header) => toAddress(header(peer), header("x-forwarded-for"));
}
