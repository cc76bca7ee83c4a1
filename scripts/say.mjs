// What scripts say. Progress goes to standard error, so that standard output stays the command's own.

/** A failure that one line explains: it is shown without a stack. */
export class Refusal extends Error {}

/** Says one line about what is going on. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs a script's body; a Refusal becomes its line and exit code 1, anything else is a bug and keeps its stack. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    say(error instanceof Refusal || error.name === "FolderInUse" ? error.message : error.stack);
    process.exit(1);
  }
}
