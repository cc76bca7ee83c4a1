import { getUsage } from "@/core/quota/get-usage";
import { CreateTenant, createTenant } from "@/core/tenant/create-tenant";
import { getOverview } from "@/core/tenant/get-overview";
import { getTenant } from "@/core/tenant/get-tenant";
import { listTenants } from "@/core/tenant/list-tenants";
import { UpdateTenant, updateTenant } from "@/core/tenant/update-tenant";
import { accountProcedure, memberProcedure, router } from "./trpc";

export const tenantRouter = router({
  list: accountProcedure.query(({ ctx }) => listTenants(ctx.account)),
  create: accountProcedure.input(CreateTenant).mutation(({ ctx, input }) => createTenant(ctx.account, input)),
  get: memberProcedure.query(({ ctx }) => getTenant(ctx.member)),
  overview: memberProcedure.query(({ ctx }) => getOverview(ctx.member)),
  usage: memberProcedure.query(({ ctx }) => getUsage(ctx.member)),
  update: memberProcedure.input(UpdateTenant).mutation(({ ctx, input }) => updateTenant(ctx.member, input)),
});
