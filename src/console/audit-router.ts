import { z } from "zod";
import { ListAudit, listAudit, listAuditChoices } from "@/core/audit/list-audit";
import { verifyAudit } from "@/core/audit/verify-audit";
import { memberProcedure, router } from "./trpc";

const Page = ListAudit.omit({ before: true }).extend({ cursor: z.string().max(20).nullish() });

export const auditRouter = router({
  list: memberProcedure
    .input(Page)
    .query(({ ctx, input: { cursor, ...wanted } }) =>
      listAudit(ctx.member, { ...wanted, before: cursor ?? undefined }),
    ),
  choices: memberProcedure.query(({ ctx }) => listAuditChoices(ctx.member)),
  verify: memberProcedure.query(({ ctx }) => verifyAudit(ctx.member)),
});
