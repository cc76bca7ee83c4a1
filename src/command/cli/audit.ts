import { verifyAudit } from "@/core/audit/verify-audit";
import { admitOperator } from "@/core/member/member";
import { Failure } from "@/failures";
import type { Command } from "./command";

export const auditCommands: Command[] = [
  {
    name: "audit verify",
    help: "check that no row of a tenant's audit was altered",
    options: { tenant: { value: "ten_…", help: "the tenant", required: true } },
    positional: "tenant",
    async run(product, args) {
      const { entries, head, broken } = await verifyAudit(await admitOperator(product, args.one("tenant")));
      if (broken)
        throw new Failure("conflict", {
          detail: `Row ${broken.sequence} (${broken.action}, ${broken.at.toISOString()}) does not fit: it was altered, or one before it was.`,
        });
      return { entries, head, verified: true };
    },
  },
];
