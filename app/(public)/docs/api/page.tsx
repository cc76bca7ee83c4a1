import type { Metadata } from "next";
import Link from "next/link";
import { environment } from "@/env";
import { toOpenApi } from "@/gateway/openapi";
import { routes } from "@/gateway/routes";
import { DocsPage } from "@/ui/public/docs-page";
import { OperationSection } from "./operation";

export const metadata: Metadata = { title: "API" };
export const dynamic = "force-dynamic";

export default function ApiPage() {
  const { publicUrl } = environment();
  const document = toOpenApi(routes, publicUrl);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return (
    <DocsPage
      title="API"
      lead={
        <>
          {document.info.description} The same as a document for machines: <a href="/api/openapi.json">openapi.json</a>.
          What each code means stands under <Link href="/docs/errors">Errors</Link>.
        </>
      }
    >
      <nav aria-label="Routes" className="mt-6 mb-10">
        <ul className="grid gap-1 text-sm">
          {operations.map(({ path, method, operation }) => (
            <li key={operation.operationId}>
              <a href={`#${operation.operationId}`} className="grid grid-cols-[4.5rem_1fr] gap-2 hover:text-ink">
                <span className="font-mono text-ink-faint">{method.toUpperCase()}</span>
                <span className="font-mono [overflow-wrap:anywhere]">{path}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {operations.map((each) => (
        <OperationSection key={each.operation.operationId} publicUrl={publicUrl} {...each} />
      ))}
    </DocsPage>
  );
}
