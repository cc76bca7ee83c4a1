import { z } from "zod";
import { TryQuestion, tryQuestion } from "@/core/answer/try-question";
import { CloseConversation, closeConversation } from "@/core/conversation/close-conversation";
import { CopyConversation, copyConversation } from "@/core/conversation/copy-conversation";
import { CountIdleConversations, countIdleConversations } from "@/core/conversation/count-idle-conversations";
import { EraseConversation, eraseConversation } from "@/core/conversation/erase-conversation";
import { GetConversation, getConversation } from "@/core/conversation/get-conversation";
import { GetRetrieved, getRetrieved } from "@/core/conversation/get-retrieved";
import { ListConversations, listConversationOrigins, listConversations } from "@/core/conversation/list-conversations";
import { ReopenConversation, reopenConversation } from "@/core/conversation/reopen-conversation";
import { ReplyAsPerson, replyAsPerson } from "@/core/conversation/reply-as-person";
import { ReturnToAi, returnToAi } from "@/core/conversation/return-to-ai";
import { TakeOverConversation, takeOverConversation } from "@/core/conversation/take-over-conversation";
import { watchInbox } from "@/core/conversation/watch-inbox";
import { ListRefusals, listReasons, listRefusals } from "@/core/refusal/list-refusals";
import { EraseVisitor, eraseVisitor } from "@/core/visitor/erase-visitor";
import { memberProcedure, router } from "./trpc";

// A page of a list goes on where the cursor of the one before says: tRPC's word for it.
const cursor = z.string().max(100).nullish();
const Page = ListConversations.omit({ before: true }).extend({ cursor });
const Transcript = GetConversation.omit({ before: true }).extend({ cursor });
const Refusals = ListRefusals.omit({ before: true }).extend({ cursor: ListRefusals.shape.before.nullish() });

export const conversationRouter = router({
  list: memberProcedure
    .input(Page)
    .query(({ ctx, input }) => listConversations(ctx.member, { ...input, before: input.cursor ?? undefined })),
  origins: memberProcedure.query(({ ctx }) => listConversationOrigins(ctx.member)),
  countIdle: memberProcedure
    .input(CountIdleConversations)
    .query(({ ctx, input }) => countIdleConversations(ctx.member, input)),
  get: memberProcedure
    .input(Transcript)
    .query(({ ctx, input }) => getConversation(ctx.member, { ...input, before: input.cursor ?? undefined })),
  retrieved: memberProcedure.input(GetRetrieved).query(({ ctx, input }) => getRetrieved(ctx.member, input)),
  watch: memberProcedure.subscription(({ ctx, signal }) => watchInbox(ctx.member, signal)),
  takeOver: memberProcedure
    .input(TakeOverConversation)
    .mutation(({ ctx, input }) => takeOverConversation(ctx.member, input)),
  reply: memberProcedure.input(ReplyAsPerson).mutation(({ ctx, input }) => replyAsPerson(ctx.member, input)),
  returnToAi: memberProcedure.input(ReturnToAi).mutation(({ ctx, input }) => returnToAi(ctx.member, input)),
  close: memberProcedure.input(CloseConversation).mutation(({ ctx, input }) => closeConversation(ctx.member, input)),
  reopen: memberProcedure.input(ReopenConversation).mutation(({ ctx, input }) => reopenConversation(ctx.member, input)),
  copy: memberProcedure.input(CopyConversation).mutation(({ ctx, input }) => copyConversation(ctx.member, input)),
  erase: memberProcedure.input(EraseConversation).mutation(({ ctx, input }) => eraseConversation(ctx.member, input)),
  eraseVisitor: memberProcedure.input(EraseVisitor).mutation(({ ctx, input }) => eraseVisitor(ctx.member, input)),
});

export const refusalRouter = router({
  list: memberProcedure
    .input(Refusals)
    .query(({ ctx, input }) => listRefusals(ctx.member, { ...input, before: input.cursor ?? undefined })),
  reasons: memberProcedure.query(({ ctx }) => listReasons(ctx.member)),
});

export const playgroundRouter = router({
  ask: memberProcedure.input(TryQuestion).mutation(({ ctx, input }) => tryQuestion(ctx.member, input)),
});
