import { answerAuditExport } from "@/console/audit-export";
import { contextOf } from "../../../caller";

interface Params {
  params: Promise<{ tenant: string }>;
}

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { tenant } = await params;
  return answerAuditExport(await contextOf(request), tenant, new URL(request.url).searchParams);
}
