import type { Described, Operation } from "@/gateway/openapi";
import { CodeBlock } from "@/ui/part/code-block";
import { toCurl, toExample } from "./example";

interface OperationProps {
  publicUrl: string;
  method: string;
  path: string;
  operation: Operation;
}

/** One route: what it is for, who may call it, what it takes and what it answers. */
export function OperationSection({ publicUrl, method, path, operation }: OperationProps) {
  const body = operation.requestBody?.content["application/json"]?.schema;
  return (
    <section id={operation.operationId} className="scroll-mt-24 border-t py-8">
      <h2 className="font-semibold text-[17px] leading-7">
        <a href={`#${operation.operationId}`}>{operation.summary}</a>
      </h2>
      <p className="mt-1 font-mono text-[14px] [overflow-wrap:anywhere]">
        <span className="font-semibold text-pine">{method.toUpperCase()}</span> {path}
      </p>
      <p className="mt-2 text-ink-soft">{operation.description}</p>
      <Fields title="In the address" fields={operation.parameters.map((each) => ({ ...each, where: each.in }))} />
      {body && <Fields title="In the body" fields={toFields(body)} />}
      <h3 className="mt-5 font-medium text-sm">Answers</h3>
      <ul className="mt-1.5 divide-y border-y">
        {Object.entries(operation.responses).map(([status, { description, content }]) => (
          <li key={status} className="grid grid-cols-[4rem_1fr] gap-x-3 py-2 text-sm leading-6">
            <span className="font-mono text-ink-faint">{status === "default" ? "4xx 5xx" : status}</span>
            <span>
              {description} <span className="text-ink-faint">{Object.keys(content ?? {}).join(", ")}</span>
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-5 grid gap-3">
        <CodeBlock language="bash" caption="Request" code={toCurl(publicUrl, method, path, operation)} />
        <Answer operation={operation} />
      </div>
    </section>
  );
}

function Answer({ operation }: { operation: Operation }) {
  const [status, first] = Object.entries(operation.responses)[0] ?? [];
  const schema = first?.content?.["application/json"]?.schema as Described | undefined;
  if (!schema?.properties) return null;
  return <CodeBlock language="json" caption={`Answer ${status}`} code={JSON.stringify(toExample(schema), null, 2)} />;
}

interface Field {
  name: string;
  where: string;
  required: boolean;
  schema: Record<string, unknown>;
}

function toFields(schema: Described): Field[] {
  const parts = Array.isArray(schema.anyOf) ? (schema.anyOf as Described[]) : [schema];
  return parts.flatMap((part, i) =>
    Object.entries(part.properties ?? {}).map(([name, each]) => ({
      name,
      where: parts.length > 1 ? (i === 0 ? "visitors" : "servers") : "",
      required: part.required?.includes(name) ?? false,
      schema: each,
    })),
  );
}

function Fields({ title, fields }: { title: string; fields: Field[] }) {
  if (fields.length === 0) return null;
  return (
    <>
      <h3 className="mt-5 font-medium text-sm">{title}</h3>
      <ul className="mt-1.5 divide-y border-y">
        {fields.map(({ name, where, required, schema }) => (
          <li key={`${where} ${name}`} className="grid gap-x-3 py-2 text-sm leading-6 sm:grid-cols-[12rem_1fr]">
            <code className="font-mono">{name}</code>
            <span>
              {describe(schema)}
              <span className="text-ink-faint">
                {[required ? "required" : "optional", where].filter(Boolean).map((word) => ` · ${word}`)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function describe({ type, enum: choices, anyOf, maxLength, description }: Record<string, unknown>): string {
  const kinds = Array.isArray(anyOf) ? anyOf.map((each: Record<string, unknown>) => each.type) : [type];
  const what = Array.isArray(choices) ? choices.join(" | ") : kinds.filter(Boolean).join(" | ") || "anything";
  const most = typeof maxLength === "number" ? `, at most ${maxLength} characters` : "";
  return `${what}${most}${description ? `. ${description}` : ""}`;
}
