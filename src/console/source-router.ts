import { ListCrawlPages, listCrawlPages } from "@/core/crawl/list-crawl-pages";
import { AddFileSource, addFileSource } from "@/core/source/add-file-source";
import { AddPageSource, addPageSource } from "@/core/source/add-page-source";
import { AddSiteSource, addSiteSource } from "@/core/source/add-site-source";
import { AddTextSource, addTextSource } from "@/core/source/add-text-source";
import { GetSource, getSource } from "@/core/source/get-source";
import { ListSources, listSources } from "@/core/source/list-sources";
import { PutAnswer, putAnswer } from "@/core/source/put-answer";
import { RemoveSource, removeSource } from "@/core/source/remove-source";
import { SyncSource, syncSource } from "@/core/source/sync-source";
import { UpdateSource, updateSource } from "@/core/source/update-source";
import { memberProcedure, router } from "./trpc";

export const sourceRouter = router({
  list: memberProcedure.input(ListSources).query(({ ctx, input }) => listSources(ctx.member, input)),
  get: memberProcedure.input(GetSource).query(({ ctx, input }) => getSource(ctx.member, input)),
  pages: memberProcedure.input(ListCrawlPages).query(({ ctx, input }) => listCrawlPages(ctx.member, input)),
  addSite: memberProcedure.input(AddSiteSource).mutation(({ ctx, input }) => addSiteSource(ctx.member, input)),
  addPage: memberProcedure.input(AddPageSource).mutation(({ ctx, input }) => addPageSource(ctx.member, input)),
  addFile: memberProcedure.input(AddFileSource).mutation(({ ctx, input }) => addFileSource(ctx.member, input)),
  addText: memberProcedure.input(AddTextSource).mutation(({ ctx, input }) => addTextSource(ctx.member, input)),
  putAnswer: memberProcedure.input(PutAnswer).mutation(({ ctx, input }) => putAnswer(ctx.member, input)),
  update: memberProcedure.input(UpdateSource).mutation(({ ctx, input }) => updateSource(ctx.member, input)),
  sync: memberProcedure.input(SyncSource).mutation(({ ctx, input }) => syncSource(ctx.member, input)),
  remove: memberProcedure.input(RemoveSource).mutation(({ ctx, input }) => removeSource(ctx.member, input)),
});
