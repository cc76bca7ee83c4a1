import { admitOperator } from "@/core/member/member";
import { addOrigin } from "@/core/origin/add-origin";
import { listOrigins } from "@/core/origin/list-origins";
import { parseOriginPattern } from "@/core/origin/origin";
import { removeOrigin } from "@/core/origin/remove-origin";
import { Failure } from "@/failures";
import type { Command } from "./command";

const tenant = { value: "ten_…", help: "the tenant", required: true };
const origin = { value: "ORIGIN", help: "such as https://www.example.com or https://*.example.com", required: true };

export const originCommands: Command[] = [
  {
    name: "origin add",
    help: "allow an origin",
    options: { tenant, origin },
    positional: "origin",
    run: async (product, args) =>
      addOrigin(await admitOperator(product, args.one("tenant")), { pattern: args.one("origin") }),
  },
  {
    name: "origin remove",
    help: "refuse an origin from now on",
    options: { tenant, origin },
    positional: "origin",
    async run(product, args) {
      const member = await admitOperator(product, args.one("tenant"));
      const parsed = parseOriginPattern(args.one("origin"));
      const wanted = parsed.ok ? parsed.pattern : args.one("origin");
      const row = (await listOrigins(member)).find(({ id, pattern }) => pattern === wanted || id === wanted);
      if (!row) throw new Failure("not_found", { detail: `${wanted} is not on the list.` });
      await removeOrigin(member, { id: row.id });
      return { removed: row.pattern };
    },
  },
  {
    name: "origin list",
    help: "show the allowed origins",
    options: { tenant },
    run: async (product, args) => listOrigins(await admitOperator(product, args.one("tenant"))),
  },
];
