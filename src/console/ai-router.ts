import { getAnswerer } from "@/core/answerer/get-answerer";
import { testAnswerer } from "@/core/answerer/test-answerer";
import { UpdateAnswerer, updateAnswerer } from "@/core/answerer/update-answerer";
import { memberProcedure, router } from "./trpc";

export const aiRouter = router({
  get: memberProcedure.query(({ ctx }) => getAnswerer(ctx.member)),
  update: memberProcedure.input(UpdateAnswerer).mutation(({ ctx, input }) => updateAnswerer(ctx.member, input)),
  test: memberProcedure.mutation(({ ctx }) => testAnswerer(ctx.member)),
});
