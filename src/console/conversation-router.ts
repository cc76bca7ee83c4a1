import { z } from "zod";
import { TryQuestion, tryQuestion } from "@/core/answer/try-question";
import { GetConversation, getConversation } from "@/core/conversation/get-conversation";
import { listConversations } from "@/core/conversation/list-conversations";
import { ListRefusals, listRefusals } from "@/core/refusal/list-refusals";
import { memberProcedure, router } from "./trpc";

// A page of a list goes on where the cursor of the one before says: tRPC's word for it.
const Page = z.object({ cursor: z.string().max(100).nullish() });

export const conversationRouter = router({
  list: memberProcedure
    .input(Page)
    .query(({ ctx, input }) => listConversations(ctx.member, { before: input.cursor ?? undefined })),
  get: memberProcedure.input(GetConversation).query(({ ctx, input }) => getConversation(ctx.member, input)),
});

export const refusalRouter = router({
  list: memberProcedure.input(ListRefusals).query(({ ctx, input }) => listRefusals(ctx.member, input)),
});

export const playgroundRouter = router({
  ask: memberProcedure.input(TryQuestion).mutation(({ ctx, input }) => tryQuestion(ctx.member, input)),
});
