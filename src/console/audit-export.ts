// A download is no procedure: it is streamed as it is read, and a link leads to it.
import { ZodError } from "zod";
import { ExportAudit, exportAudit } from "@/core/audit/export-audit";
import { admitMember } from "@/core/member/member";
import { failures } from "@/failure-table";
import { Failure } from "@/failures";
import type { ConsoleContext } from "./context";

/**
 * The tenant's audit as a file to save; a stranger's tenant, a missing one and one whose audit this role may not see are
 * the same 404.
 */
export async function answerAuditExport(
  context: ConsoleContext,
  tenantId: string,
  query: URLSearchParams,
): Promise<Response> {
  try {
    if (!context.account) throw new Failure("token_missing", { detail: "Sign in to go on." });
    const member = await admitMember(context.account, tenantId, context.device.address);
    const wanted = ExportAudit.parse(Object.fromEntries([...query].filter(([, value]) => value !== "")));
    const pieces = exportAudit(member, wanted);
    const name = `audit-${tenantId}-${new Date(member.product.now()).toISOString().slice(0, 10)}.${wanted.format}`;
    return new Response(toStream(pieces), {
      headers: {
        "content-type": wanted.format === "csv" ? "text/csv; charset=utf-8" : "application/json",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    const given = error instanceof Failure ? error.code : error instanceof ZodError ? "input_invalid" : null;
    if (given === null) throw error;
    const code = given === "scope_refused" ? "not_found" : given;
    return new Response(`${failures[code].title}. ${failures[code].cure}\n`, { status: failures[code].status });
  }
}

function toStream(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}
