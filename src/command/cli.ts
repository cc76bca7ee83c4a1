// The operator's command line. Works beside a running server: everything goes through the same verbs.
import { z } from "zod";
import { environment } from "@/env";
import { Failure } from "@/failures";
import { buildProduct } from "@/wiring";
import { auditCommands } from "./cli/audit";
import { type Command, readArguments, UsageError } from "./cli/command";
import { originCommands } from "./cli/origin";
import { secretCommands } from "./cli/secret";
import { sourceCommands } from "./cli/source";
import { tenantCommands } from "./cli/tenant";
import { userCommands } from "./cli/user";

const commands: Command[] = [
  ...tenantCommands,
  ...sourceCommands,
  ...originCommands,
  ...secretCommands,
  ...userCommands,
  ...auditCommands,
];

async function main(words: string[]): Promise<number> {
  const command = commands.find(({ name }) => name === words.slice(0, 2).join(" "));
  if (!command || words.includes("--help")) {
    console.error(help(command));
    return words.length === 0 || words.includes("--help") ? 0 : 2;
  }
  const { args, json } = readArguments(command, words.slice(2));
  const product = buildProduct({ ...environment(), logLevel: "silent" });
  try {
    print(await command.run(product, args), json);
    return 0;
  } finally {
    await product.close();
  }
}

function help(command: Command | undefined): string {
  const rows = command
    ? Object.entries(command.options).map(([name, option]) => `  --${name} ${option.value}`.padEnd(28) + option.help)
    : commands.map(({ name, help }) => `  ${name.padEnd(18)}${help}`);
  const usage = `Usage: npm run -s cli -- ${command?.name ?? "COMMAND"} [options] [--json]`;
  return [usage, ...rows, command ? "" : "COMMAND --help shows its options."].join("\n").trimEnd();
}

function print(answer: Record<string, unknown> | Record<string, unknown>[], json: boolean): void {
  const rows = json ? [] : [answer].flat();
  if (json) write(JSON.stringify(answer));
  for (const row of rows) {
    const shown = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
    write(shown.map(([key, value]) => `${key}: ${value instanceof Date ? value.toISOString() : value}`).join("\n"));
  }
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One line that says what to do; a stack only for bugs. */
function explain(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof Failure) return error.errors?.map(({ message }) => message).join("\n") ?? error.detail;
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n");
  return error instanceof Error && error.message.startsWith("Gatehouse cannot start")
    ? error.message
    : String((error as Error).stack ?? error);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(explain(error));
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
