import type { Member } from "@/core/member/member";
import { type Demand, type ProofOfWork, toQuota, toWidgetLook } from "./tenant";

/** The tenant's settings as its members see them, its live site key among them. */
export function getTenant(member: Member) {
  return member.database.transaction(async (tx) => {
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: member.tenantId } });
    const key = await tx.siteKey.findFirst({
      where: { disabledAt: null, retiresAt: null },
      orderBy: { createdAt: "desc" },
    });
    return {
      id: tenant.id,
      name: tenant.name,
      role: member.role,
      demand: tenant.demand as Demand,
      demandReportOnly: tenant.demandReportOnly,
      developmentOrigins: tenant.developmentOrigins,
      proofOfWork: tenant.proofOfWork as ProofOfWork,
      quota: toQuota(tenant),
      visitorMessages: tenant.visitorMessages,
      retentionDays: tenant.retentionDays,
      filesOn: tenant.filesOn,
      filesMostBytes: Number(tenant.filesMostBytes),
      widget: toWidgetLook(tenant.widget),
      siteKey: key?.key ?? null,
    };
  });
}
