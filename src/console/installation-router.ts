import { findDemoSiteKey } from "@/core/tenant/find-demo";
import { publicProcedure, router } from "./trpc";

export const installationRouter = router({
  facts: publicProcedure.query(({ ctx: { product } }) => ({
    publicUrl: product.publicUrl,
    local: product.local,
    /** The demo shop lives on another origin than the console: the same server by its other name. */
    demoUrl: `http://127.0.0.1:${new URL(product.publicUrl).port || "80"}/demo`,
  })),
  demo: publicProcedure.query(async ({ ctx }) => ({ siteKey: await findDemoSiteKey(ctx.product) })),
});
