import { findDemoSiteKey } from "@/core/tenant/find-demo";
import { publicProcedure, router } from "./trpc";

export const installationRouter = router({
  facts: publicProcedure.query(({ ctx: { product } }) => ({
    publicUrl: product.publicUrl,
    local: product.local,
    signInSites: product.signInSites,
    /** The demo shop lives on another origin than the console: the same server by its other name. */
    demoUrl: `http://127.0.0.1:${new URL(product.publicUrl).port || "80"}/demo`,
  })),
  /** The widget's present build, for those who pin it. */
  pinned: publicProcedure.query(({ ctx }) => ctx.product.widgetFiles.pinned()),
  demo: publicProcedure.query(async ({ ctx }) => ({ siteKey: await findDemoSiteKey(ctx.product) })),
  /** Whose widget stands on the landing page: the operator's own, else the demo's where there is one. */
  landing: publicProcedure.query(async ({ ctx: { product } }) => {
    if (product.ownSiteKey) return { siteKey: product.ownSiteKey, isDemo: false };
    return { siteKey: product.local ? await findDemoSiteKey(product) : null, isDemo: true };
  }),
});
