// The table of routes as an OpenAPI 3.1 document. Nothing is described twice: rows, zod inputs and answers are the source.
import { z } from "zod";
import { failures } from "@/failure-table";
import { type AnswerShape, ProblemAnswer } from "./answers";
import { hasBody, type Route } from "./route";

type Json = Record<string, unknown>;

export interface Described extends Json {
  properties?: Record<string, Json>;
  required?: string[];
}

export interface Operation {
  operationId: string;
  summary: string;
  /** Who may call, in words. */
  description: string;
  security: Record<string, never[]>[];
  parameters: { name: string; in: "path" | "query"; required: boolean; schema: Json }[];
  requestBody?: { required: true; content: Record<string, { schema: Described }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Json }> }>;
}

/** Path → method → operation. */
export type Paths = Record<string, Record<string, Operation>>;

const PROBLEM = { $ref: "#/components/schemas/Problem" };
const bearer = (description: string) => ({ type: "http", scheme: "bearer", description });

/** The document for an installation at `publicUrl`. */
export function toOpenApi(rows: readonly Route[], publicUrl: string) {
  const paths: Paths = {};
  for (const row of rows) {
    const path = toTemplate(row);
    paths[path] = { ...paths[path], [row.method]: toOperation(row) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Gatehouse",
      version: "1",
      description: "The widget gateway and the conversation API. Every error is a problem of RFC 9457 with a code.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Problem: problemSchema() },
      securitySchemes: {
        sessionToken: bearer("A session token from POST /api/v1/sessions; used from the origin it was made for."),
        identityToken: bearer("A JWT that the tenant's server signs with HS256 and its signing secret."),
        apiKey: bearer("An API key (gk_…) of the tenant, from its server only."),
      },
    },
  };
}

// Parameters in braces.
function toTemplate(row: Route): string {
  return `${callersOf(row) === "everybody" ? "/api" : "/api/v1"}${row.path.replace(/:(\w+)/g, "{$1}")}`;
}

function toOperation(row: Route): Operation {
  const input = toInput(row);
  const inPath = [...row.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    name,
    in: "path" as const,
    required: true,
    schema: { type: "string" },
  }));
  const body = hasBody(row.method);
  return {
    operationId: row.method + row.path.replace(/[/:]+(\w)/g, (_, first: string) => first.toUpperCase()),
    summary: row.summary,
    description: callerNotes[callersOf(row)],
    security: schemesOf(row).map((name): Record<string, never[]> => (name === null ? {} : { [name]: [] })),
    parameters: body && !row.takesFile ? inPath : [...inPath, ...toQuery(input)],
    ...(body ? { requestBody: { required: true as const, content: toContent(row, input) } } : {}),
    responses: { ...Object.fromEntries(row.answers.map(toResponse)), default: problemAnswer },
  };
}

function toContent(row: Route, input: Described): Record<string, { schema: Described }> {
  if (!row.takesFile) return { "application/json": { schema: input } };
  const file = { type: "string", format: "binary" };
  return { "multipart/form-data": { schema: { type: "object", properties: { file }, required: ["file"] } } };
}

const KEY = "Needed where no token and no conversation names the tenant.";
const TENANT_KEY = { type: "string", description: "The tenant's id, accepted wherever siteKey is." };
/** What names the tenant, each of them alone. */
const KEYS = {
  siteKey: { type: "string", description: `The site key, or the tenant's id. ${KEY}` },
  tenantKey: TENANT_KEY,
  tenantId: TENANT_KEY,
};

/** What the caller sends; where visitors and servers send different things, what both know and a choice of the two. */
function toInput(row: Route): Described {
  const forServers = row.server ? toSchema(row.server.input, "input") : {};
  if (row.admit === null) return row.server ? forServers : row.input ? toSchema(row.input, "input") : {};
  const forVisitors = row.input ? toSchema(row.input, "input") : {};
  forVisitors.properties = { ...KEYS, ...forVisitors.properties };
  return row.server && hasBody(row.method) ? { anyOf: [forVisitors, forServers] } : forVisitors;
}

type Callers = "everybody" | "holders" | "visitors" | "servers" | "both";

function callersOf(row: Route): Callers {
  if (row.server) return row.admit === null ? "servers" : "both";
  if (row.byLink) return "holders";
  return row.admit === null ? "everybody" : "visitors";
}

const callerNotes: Record<Callers, string> = {
  everybody: "Anybody may ask.",
  holders: "Whoever holds the link, until it expires.",
  servers: "The tenant's server, with an API key; no Origin is needed.",
  both: "Visitors, from a page of an allowed origin, or the tenant's server with an API key.",
  visitors: "Visitors, from a page of an allowed origin: the browser's Origin header is needed.",
};

const problemAnswer = {
  description: "A refusal: a problem with a code.",
  content: { "application/problem+json": { schema: PROBLEM } },
};

/** Null stands for a request without a token. */
function schemesOf(row: Route): (string | null)[] {
  const forServers = row.server ? ["apiKey"] : [];
  if (row.admit === null || row.admit.tokens === "ignored") return forServers;
  return [null, "sessionToken", "identityToken", ...forServers];
}

function toQuery(input: Described): Operation["parameters"] {
  return Object.entries(input.properties ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: input.required?.includes(name) ?? false,
    schema,
  }));
}

function toResponse({ status, schema, description, types }: AnswerShape): [string, Operation["responses"][string]] {
  const bodyOf = (type: string): Json =>
    schema && type.endsWith("json") ? toSchema(schema, "output") : { type: "string" };
  const content = Object.fromEntries(types.map((type) => [type, { schema: bodyOf(type) }]));
  return [String(status), { description, ...(types.length > 0 ? { content } : {}) }];
}

function problemSchema(): Described {
  const schema = toSchema(ProblemAnswer, "output");
  const code = { type: "string", enum: Object.keys(failures) };
  return { ...schema, properties: { ...schema.properties, code } };
}

function toSchema(schema: z.ZodType, io: "input" | "output"): Described {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return described as Described;
}
