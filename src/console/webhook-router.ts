import { z } from "zod";
import { AddWebhook, addWebhook } from "@/core/webhook/add-webhook";
import { ListDeliveries, listDeliveries } from "@/core/webhook/list-deliveries";
import { listWebhooks } from "@/core/webhook/list-webhooks";
import { RemoveWebhook, removeWebhook } from "@/core/webhook/remove-webhook";
import { ResendDelivery, resendDelivery } from "@/core/webhook/resend-delivery";
import { RotateWebhookSecret, rotateWebhookSecret } from "@/core/webhook/rotate-webhook-secret";
import { TestWebhook, testWebhook } from "@/core/webhook/test-webhook";
import { memberProcedure, router } from "./trpc";

const Deliveries = ListDeliveries.omit({ before: true }).extend({ cursor: z.string().max(200).nullish() });

export const webhookRouter = router({
  list: memberProcedure.query(({ ctx }) => listWebhooks(ctx.member)),
  deliveries: memberProcedure
    .input(Deliveries)
    .query(({ ctx, input }) => listDeliveries(ctx.member, { ...input, before: input.cursor ?? undefined })),
  add: memberProcedure.input(AddWebhook).mutation(({ ctx, input }) => addWebhook(ctx.member, input)),
  rotate: memberProcedure
    .input(RotateWebhookSecret)
    .mutation(({ ctx, input }) => rotateWebhookSecret(ctx.member, input)),
  remove: memberProcedure.input(RemoveWebhook).mutation(({ ctx, input }) => removeWebhook(ctx.member, input)),
  test: memberProcedure.input(TestWebhook).mutation(({ ctx, input }) => testWebhook(ctx.member, input)),
  resend: memberProcedure.input(ResendDelivery).mutation(({ ctx, input }) => resendDelivery(ctx.member, input)),
});
