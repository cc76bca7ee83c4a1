import { getModeration } from "@/core/moderation/get-moderation";
import { UpdateModeration, updateModeration } from "@/core/moderation/update-moderation";
import { getUsage } from "@/core/quota/get-usage";
import { CreateTenant, createTenant } from "@/core/tenant/create-tenant";
import { DeleteTenant, deleteTenant } from "@/core/tenant/delete-tenant";
import { getOverview } from "@/core/tenant/get-overview";
import { getProofs } from "@/core/tenant/get-proofs";
import { getTenant } from "@/core/tenant/get-tenant";
import { listTenants } from "@/core/tenant/list-tenants";
import { LookAtSite, lookAtSite } from "@/core/tenant/look-at-site";
import { UpdateTenant, updateTenant } from "@/core/tenant/update-tenant";
import { UpdateWidget, updateWidget } from "@/core/tenant/update-widget";
import { accountProcedure, memberProcedure, router } from "./trpc";

export const tenantRouter = router({
  list: accountProcedure.query(({ ctx }) => listTenants(ctx.account)),
  lookAtSite: accountProcedure.input(LookAtSite).mutation(({ ctx, input }) => lookAtSite(ctx.account, input)),
  create: accountProcedure.input(CreateTenant).mutation(({ ctx, input }) => createTenant(ctx.account, input)),
  get: memberProcedure.query(({ ctx }) => getTenant(ctx.member)),
  overview: memberProcedure.query(({ ctx }) => getOverview(ctx.member)),
  usage: memberProcedure.query(({ ctx }) => getUsage(ctx.member)),
  update: memberProcedure.input(UpdateTenant).mutation(({ ctx, input }) => updateTenant(ctx.member, input)),
  updateWidget: memberProcedure.input(UpdateWidget).mutation(({ ctx, input }) => updateWidget(ctx.member, input)),
  proofs: memberProcedure.query(({ ctx }) => getProofs(ctx.member)),
  moderation: memberProcedure.query(({ ctx }) => getModeration(ctx.member)),
  updateModeration: memberProcedure
    .input(UpdateModeration)
    .mutation(({ ctx, input: { tenantId: _, ...input } }) => updateModeration(ctx.member, input)),
  delete: memberProcedure.input(DeleteTenant).mutation(({ ctx, input }) => deleteTenant(ctx.member, input)),
});
