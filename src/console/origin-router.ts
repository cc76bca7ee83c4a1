import { AddOrigin, addOrigin } from "@/core/origin/add-origin";
import { ExplainOrigin, explainOrigin } from "@/core/origin/explain-origin";
import { RemoveOrigin, removeOrigin } from "@/core/origin/remove-origin";
import { reviewOrigins } from "@/core/origin/review-origins";
import { TryOrigin, tryOrigin } from "@/core/origin/try-origin";
import { UpdateOrigin, updateOrigin } from "@/core/origin/update-origin";
import { accountProcedure, memberProcedure, router } from "./trpc";

export const originRouter = router({
  list: memberProcedure.query(({ ctx }) => reviewOrigins(ctx.member)),
  explain: accountProcedure.input(ExplainOrigin).query(({ input }) => explainOrigin(input)),
  try: memberProcedure.input(TryOrigin).query(({ ctx, input }) => tryOrigin(ctx.member, input)),
  add: memberProcedure.input(AddOrigin).mutation(({ ctx, input }) => addOrigin(ctx.member, input)),
  update: memberProcedure.input(UpdateOrigin).mutation(({ ctx, input }) => updateOrigin(ctx.member, input)),
  remove: memberProcedure.input(RemoveOrigin).mutation(({ ctx, input }) => removeOrigin(ctx.member, input)),
});
