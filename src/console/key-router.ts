import { z } from "zod";
import { CreateApiKey, createApiKey } from "@/core/api-key/create-api-key";
import { ListApiKeys, listApiKeys } from "@/core/api-key/list-api-keys";
import { RevokeApiKey, revokeApiKey } from "@/core/api-key/revoke-api-key";
import { ExtendSigningSecret, extendSigningSecret } from "@/core/signing-secret/extend-signing-secret";
import { LeakSigningSecret, leakSigningSecret } from "@/core/signing-secret/leak-signing-secret";
import { listSigningSecrets } from "@/core/signing-secret/list-signing-secrets";
import { RetireSigningSecret, retireSigningSecret } from "@/core/signing-secret/retire-signing-secret";
import { RotateSigningSecret, rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { DisableSiteKey, disableSiteKey } from "@/core/site-key/disable-site-key";
import { listSiteKeys } from "@/core/site-key/list-site-keys";
import { RotateSiteKey, rotateSiteKey } from "@/core/site-key/rotate-site-key";
import { InspectToken, inspectToken } from "@/core/visitor/inspect-token";
import { memberProcedure, router } from "./trpc";

const ApiKeys = ListApiKeys.omit({ before: true }).extend({ cursor: z.string().max(100).nullish() });

export const signingSecretRouter = router({
  list: memberProcedure.query(({ ctx }) => listSigningSecrets(ctx.member)),
  rotate: memberProcedure
    .input(RotateSigningSecret)
    .mutation(({ ctx, input }) => rotateSigningSecret(ctx.member, input)),
  retire: memberProcedure
    .input(RetireSigningSecret)
    .mutation(({ ctx, input }) => retireSigningSecret(ctx.member, input)),
  extend: memberProcedure
    .input(ExtendSigningSecret)
    .mutation(({ ctx, input }) => extendSigningSecret(ctx.member, input)),
  leak: memberProcedure.input(LeakSigningSecret).mutation(({ ctx, input }) => leakSigningSecret(ctx.member, input)),
  // A mutation although nothing changes: a query would put the token into an address.
  inspect: memberProcedure.input(InspectToken).mutation(({ ctx, input }) => inspectToken(ctx.member, input)),
});

export const apiKeyRouter = router({
  list: memberProcedure
    .input(ApiKeys)
    .query(({ ctx, input }) => listApiKeys(ctx.member, { ...input, before: input.cursor ?? undefined })),
  create: memberProcedure.input(CreateApiKey).mutation(({ ctx, input }) => createApiKey(ctx.member, input)),
  revoke: memberProcedure.input(RevokeApiKey).mutation(({ ctx, input }) => revokeApiKey(ctx.member, input)),
});

export const siteKeyRouter = router({
  list: memberProcedure.query(({ ctx }) => listSiteKeys(ctx.member)),
  rotate: memberProcedure.input(RotateSiteKey).mutation(({ ctx, input }) => rotateSiteKey(ctx.member, input)),
  disable: memberProcedure.input(DisableSiteKey).mutation(({ ctx, input }) => disableSiteKey(ctx.member, input)),
});
