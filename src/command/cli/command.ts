// The shape of a row in the command line's table.
import { parseArgs } from "node:util";
import type { Product } from "@/core/product";

interface Option {
  /** What stands for the value in the help. */
  value: string;
  help: string;
  required?: boolean;
  many?: boolean;
}

export interface Arguments {
  /** A required or given option's value. */
  one(name: string): string;
  find(name: string): string | undefined;
  many(name: string): string[];
}

export interface Command {
  /** Two words, such as `origin add`. */
  name: string;
  help: string;
  options: Record<string, Option>;
  /** The option that a word without a name stands for. */
  positional?: string;
  /** Returns what is printed: an object as JSON with --json, as lines of `key: value` without. */
  run(product: Product, args: Arguments): Promise<Record<string, unknown> | Record<string, unknown>[]>;
}

/** Wrong use of the command line; the message says what to write instead. */
export class UsageError extends Error {}

/** Reads the words after the command's name. Throws a UsageError that names the wrong or missing option. */
export function readArguments(command: Command, words: string[]): { args: Arguments; json: boolean } {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [
      name,
      { type: "string" as const, multiple: option.many ?? false },
    ]),
  );
  const parsed = tryParse(words, options);
  const values: Record<string, string | boolean | (string | boolean)[] | undefined> = parsed.values;
  const [word, ...rest] = parsed.positionals;
  if (word !== undefined && command.positional && values[command.positional] === undefined) {
    values[command.positional] = command.options[command.positional]?.many ? [word, ...rest] : word;
  } else if (word !== undefined) {
    throw new UsageError(`"${word}" is one word too many.`);
  }
  for (const [name, option] of Object.entries(command.options)) {
    if (option.required && values[name] === undefined) throw new UsageError(`--${name} ${option.value} is missing.`);
  }
  const many = (name: string) => [values[name] ?? []].flat().map(String);
  const find = (name: string) => many(name)[0];
  return { args: { many, find, one: (name) => find(name) ?? "" }, json: values.json === true };
}

function tryParse(words: string[], options: Record<string, { type: "string"; multiple: boolean }>) {
  try {
    return parseArgs({
      args: words,
      options: { ...options, json: { type: "boolean" as const } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
