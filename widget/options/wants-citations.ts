import type { Options } from "./options";

/** Whether answers are asked for, and shown, with their sources. */
export function wantsCitations(options: Options): boolean {
  return options.citations ?? options.enableCitations ?? true;
}
