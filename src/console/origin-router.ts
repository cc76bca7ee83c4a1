import { AddOrigin, addOrigin } from "@/core/origin/add-origin";
import { ExplainOrigin, explainOrigin } from "@/core/origin/explain-origin";
import { listOrigins } from "@/core/origin/list-origins";
import { RemoveOrigin, removeOrigin } from "@/core/origin/remove-origin";
import { accountProcedure, memberProcedure, router } from "./trpc";

export const originRouter = router({
  list: memberProcedure.query(({ ctx }) => listOrigins(ctx.member)),
  explain: accountProcedure.input(ExplainOrigin).query(({ input }) => explainOrigin(input)),
  add: memberProcedure.input(AddOrigin).mutation(({ ctx, input }) => addOrigin(ctx.member, input)),
  remove: memberProcedure.input(RemoveOrigin).mutation(({ ctx, input }) => removeOrigin(ctx.member, input)),
});
