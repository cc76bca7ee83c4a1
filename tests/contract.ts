// The gateway's own document, held against its answers: a test's request that is answered in another way fails.
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import { type Operation, toOpenApi } from "@/gateway/openapi";
import { routes } from "@/gateway/routes";

const document = toOpenApi(routes, "http://localhost:3000");
const ajv = new Ajv2020({ strict: false, allErrors: true });
// The package is CommonJS: its default export is the module itself under some loaders.
("default" in addFormats ? (addFormats.default as unknown as typeof addFormats) : addFormats)(ajv);
ajv.addSchema(document, "document");
const known = new Map<string, ValidateFunction>();

/** The operation a request belongs to; undefined where the document has none. */
export function findOperation(method: string, path: string): { key: string; operation: Operation } | undefined {
  const bare = path.split("?")[0] ?? "";
  const found = Object.entries(document.paths).find(([template]) => isOf(template, bare));
  const operation = found?.[1][method.toLowerCase()];
  return found && operation && { key: `${method} ${found[0]}`, operation };
}

/** Fails unless the document says that this request may be answered so. The answer can still be read afterwards. */
export async function expectDocumented(method: string, path: string, response: Response): Promise<void> {
  const found = findOperation(method, path);
  const answer = found?.operation.responses[response.status];
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  const where = `${method} ${path} → ${response.status} ${type}`;
  if (!answer) {
    expect(type, where).toBe("application/problem+json");
    return expectValid("problem", { $ref: "document#/components/schemas/Problem" }, response, where);
  }
  if (!answer.content) return expect(type, where).toBe("");
  const body = answer.content[type];
  expect(body, `${where} is not in the document`).toBeDefined();
  if (body && type.endsWith("json"))
    await expectValid(`${found?.key} ${response.status}`, body.schema, response, where);
}

async function expectValid(key: string, schema: object, response: Response, where: string): Promise<void> {
  const validate = known.get(key) ?? ajv.compile(schema);
  known.set(key, validate);
  validate(await response.clone().json());
  expect(validate.errors ?? [], where).toEqual([]);
}

function isOf(template: string, path: string): boolean {
  const words = path.replace(/\/$/, "").split("/");
  const wanted = template.split("/");
  return words.length === wanted.length && wanted.every((word, i) => word.startsWith("{") || word === words[i]);
}
