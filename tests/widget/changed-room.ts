// Another release of the widget: a copy of the room in which every part that is loaded says something else.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const said = [
  ["labels.ts", "Open chat"],
  ["words.ts", "Answers with sources"],
  ["extra/desk-words.ts", "New conversation"],
] as const;

/** Runs with such a copy, for `buildWidget`. Some of its words end in `mark`. */
export async function withChangedRoom<T>(mark: string, run: (room: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "widget-room-"));
  const room = path.join(folder, "widget");
  await cp(path.join(import.meta.dirname, "../../widget"), room, { recursive: true });
  for (const [file, before] of said) {
    const text = await readFile(path.join(room, file), "utf8");
    await writeFile(path.join(room, file), text.replace(before, `${before}, ${mark}`));
  }
  return run(room).finally(() => rm(folder, { recursive: true, force: true }));
}
