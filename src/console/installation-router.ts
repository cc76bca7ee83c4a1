import { findDemoSiteKey } from "@/core/tenant/find-demo";
import { publicProcedure, router } from "./trpc";

export const installationRouter = router({
  facts: publicProcedure.query(({ ctx }) => ({ publicUrl: ctx.product.publicUrl, local: ctx.product.local })),
  demo: publicProcedure.query(async ({ ctx }) => ({ siteKey: await findDemoSiteKey(ctx.product) })),
});
