import { AddPageSource, addPageSource } from "@/core/source/add-page-source";
import { AddTextSource, addTextSource } from "@/core/source/add-text-source";
import { GetSource, getSource } from "@/core/source/get-source";
import { listSources } from "@/core/source/list-sources";
import { RemoveSource, removeSource } from "@/core/source/remove-source";
import { memberProcedure, router } from "./trpc";

export const sourceRouter = router({
  list: memberProcedure.query(({ ctx }) => listSources(ctx.member)),
  get: memberProcedure.input(GetSource).query(({ ctx, input }) => getSource(ctx.member, input)),
  addText: memberProcedure.input(AddTextSource).mutation(({ ctx, input }) => addTextSource(ctx.member, input)),
  addPage: memberProcedure.input(AddPageSource).mutation(({ ctx, input }) => addPageSource(ctx.member, input)),
  remove: memberProcedure.input(RemoveSource).mutation(({ ctx, input }) => removeSource(ctx.member, input)),
});
