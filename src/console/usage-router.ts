import { getUsage } from "@/core/quota/get-usage";
import { GetFigures, getFigures } from "@/core/usage/get-figures";
import { getModelUse } from "@/core/usage/get-model-use";
import { memberProcedure, router } from "./trpc";

export const usageRouter = router({
  figures: memberProcedure.input(GetFigures).query(({ ctx, input }) => getFigures(ctx.member, input)),
  models: memberProcedure.input(GetFigures).query(({ ctx, input }) => getModelUse(ctx.member, input)),
  quota: memberProcedure.query(({ ctx }) => getUsage(ctx.member)),
});
