// Examples made of the document's schemas: nothing on the page is written twice.
import type { Described, Operation } from "@/gateway/openapi";

/** What a reader has to put in themselves; everything else stands as its type. */
const KNOWN: Record<string, unknown> = {
  siteKey: "pub_…",
  message: "Where is my parcel?",
  userId: "usr_42",
  userEmail: "someone@example.com",
  userRoles: ["customer"],
  origin: "https://www.example.com",
  pattern: "https://www.example.com",
  title: "Shipping",
  text: "Parcels arrive within three days.",
};

/** A value that fits `schema`, with the fields it demands and those that are worth showing. */
export function toExample(schema: Described, name = ""): unknown {
  const { anyOf, enum: choices, const: only, type, items, default: usual } = schema as Record<string, unknown>;
  if (Array.isArray(anyOf)) return toExample(anyOf[0] as Described, name);
  if (only !== undefined) return only;
  if (Array.isArray(choices)) return choices[0];
  if (name in KNOWN && type !== "object") return KNOWN[name];
  if (usual !== undefined) return usual;
  if (type === "array") return items ? [toExample(items as Described, name)] : [];
  if (type === "integer" || type === "number") return 1;
  if (type === "boolean") return true;
  if (type === "null") return null;
  if (!schema.properties) return "…";
  const shown = Object.entries(schema.properties).filter(
    ([field]) => schema.required?.includes(field) || field in KNOWN || field === "nonce",
  );
  return Object.fromEntries(shown.map(([field, each]) => [field, toExample(each as Described, field)]));
}

/** The request as a line for a terminal. */
export function toCurl(publicUrl: string, method: string, path: string, operation: Operation): string {
  const query = operation.parameters.filter(
    (each) => each.in === "query" && (each.required || (each.name === "siteKey" && !path.includes("{"))),
  );
  const search = query.map(({ name }) => `${name}=${name === "siteKey" ? "pub_…" : "…"}`).join("&");
  const words = [
    `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}'${publicUrl}${path}${search && "?"}${search}'`,
  ];
  const schemes = operation.security.map((each) => Object.keys(each)[0]);
  if (schemes.length > 0 && schemes.every((scheme) => scheme === "apiKey"))
    words.push(`-H 'authorization: Bearer gk_…'`);
  else if (operation.description.startsWith("Visitors")) words.push(`-H 'origin: https://www.example.com'`);
  if (path.includes("{conversationId}")) words.push(`-H 'authorization: Bearer <session token>'`);
  const content = operation.requestBody?.content ?? {};
  if (content["multipart/form-data"]) words.push("-F file=@photo.jpg");
  const json = content["application/json"];
  if (json) {
    const body = JSON.stringify(toExample(json.schema)).replace(/'/g, "’");
    words.push(`-H 'content-type: application/json'`, `-d '${body}'`);
  }
  return words.join(" \\\n  ");
}
