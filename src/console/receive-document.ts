// A document on its way into the knowledge: a body that is read as it arrives, which a tRPC call over HTTP cannot carry.
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { ConsoleContext } from "./context";
import { createCaller } from "./router";
import { toErrorFacts } from "./trpc";

/** Answers `POST ?tenant=ten_…&submission=…&language=…` of a multipart body with `{ id }`, or with what the console's pages know of an error. */
export async function receiveDocument(context: ConsoleContext, request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const tenantId = query.get("tenant") ?? "";
  const submission = query.get("submission") ?? undefined;
  const language = query.get("language") ?? undefined;
  const declared = request.headers.get("content-length");
  const declaredBytes = declared === null ? null : Number(declared);
  const upload = { contentType: request.headers.get("content-type") ?? "", declaredBytes, body: request.body };
  try {
    return Response.json(await createCaller(context).source.addFile({ tenantId, upload, language, submission }));
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const status = getHTTPStatusCodeFromError(error);
    return Response.json({ message: error.message, ...toErrorFacts(error) }, { status });
  }
}
