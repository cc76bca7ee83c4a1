import { z } from "zod";
import { AddGoldenQuestion, addGoldenQuestion } from "@/core/golden/add-golden-question";
import { listGoldenQuestions } from "@/core/golden/list-golden-questions";
import { RemoveGoldenQuestion, removeGoldenQuestion } from "@/core/golden/remove-golden-question";
import { runGoldenQuestions } from "@/core/golden/run-golden-questions";
import { stopGoldenQuestions } from "@/core/golden/stop-golden-questions";
import { ListUnanswered, listUnanswered } from "@/core/unanswered/list-unanswered";
import { SettleUnanswered, settleUnanswered } from "@/core/unanswered/settle-unanswered";
import { memberProcedure, router } from "./trpc";

const Unanswered = ListUnanswered.omit({ before: true }).extend({ cursor: z.string().max(64).nullish() });

export const unansweredRouter = router({
  list: memberProcedure
    .input(Unanswered)
    .query(({ ctx, input }) => listUnanswered(ctx.member, { ...input, before: input.cursor ?? undefined })),
  settle: memberProcedure.input(SettleUnanswered).mutation(({ ctx, input }) => settleUnanswered(ctx.member, input)),
});

export const goldenRouter = router({
  list: memberProcedure.query(({ ctx }) => listGoldenQuestions(ctx.member)),
  add: memberProcedure.input(AddGoldenQuestion).mutation(({ ctx, input }) => addGoldenQuestion(ctx.member, input)),
  remove: memberProcedure
    .input(RemoveGoldenQuestion)
    .mutation(({ ctx, input }) => removeGoldenQuestion(ctx.member, input)),
  run: memberProcedure.mutation(({ ctx }) => runGoldenQuestions(ctx.member)),
  stop: memberProcedure.mutation(({ ctx }) => stopGoldenQuestions(ctx.member)),
});
