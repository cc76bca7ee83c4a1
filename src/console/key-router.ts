import { CreateApiKey, createApiKey } from "@/core/api-key/create-api-key";
import { listApiKeys } from "@/core/api-key/list-api-keys";
import { RevokeApiKey, revokeApiKey } from "@/core/api-key/revoke-api-key";
import { listSigningSecrets } from "@/core/signing-secret/list-signing-secrets";
import { RetireSigningSecret, retireSigningSecret } from "@/core/signing-secret/retire-signing-secret";
import { RotateSigningSecret, rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { DisableSiteKey, disableSiteKey } from "@/core/site-key/disable-site-key";
import { listSiteKeys } from "@/core/site-key/list-site-keys";
import { RotateSiteKey, rotateSiteKey } from "@/core/site-key/rotate-site-key";
import { memberProcedure, router } from "./trpc";

export const signingSecretRouter = router({
  list: memberProcedure.query(({ ctx }) => listSigningSecrets(ctx.member)),
  rotate: memberProcedure
    .input(RotateSigningSecret)
    .mutation(({ ctx, input }) => rotateSigningSecret(ctx.member, input)),
  retire: memberProcedure
    .input(RetireSigningSecret)
    .mutation(({ ctx, input }) => retireSigningSecret(ctx.member, input)),
});

export const apiKeyRouter = router({
  list: memberProcedure.query(({ ctx }) => listApiKeys(ctx.member)),
  create: memberProcedure.input(CreateApiKey).mutation(({ ctx, input }) => createApiKey(ctx.member, input)),
  revoke: memberProcedure.input(RevokeApiKey).mutation(({ ctx, input }) => revokeApiKey(ctx.member, input)),
});

export const siteKeyRouter = router({
  list: memberProcedure.query(({ ctx }) => listSiteKeys(ctx.member)),
  rotate: memberProcedure.input(RotateSiteKey).mutation(({ ctx, input }) => rotateSiteKey(ctx.member, input)),
  disable: memberProcedure.input(DisableSiteKey).mutation(({ ctx, input }) => disableSiteKey(ctx.member, input)),
});
