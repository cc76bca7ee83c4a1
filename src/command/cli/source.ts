import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { text as readAll } from "node:stream/consumers";
import { admitOperator } from "@/core/member/member";
import { addPageSource } from "@/core/source/add-page-source";
import { addTextSource } from "@/core/source/add-text-source";
import { getSource } from "@/core/source/get-source";
import { readSource } from "@/core/source/read-source";
import { type Arguments, type Command, UsageError } from "./command";

export const sourceCommands: Command[] = [
  {
    name: "source add",
    help: "give a tenant knowledge: a text, a file of text or markdown, or a page's address",
    options: {
      tenant: { value: "ten_…", help: "the tenant", required: true },
      title: { value: "TITLE", help: "its name; a file's own name if not given" },
      text: { value: "TEXT", help: "text or markdown; - reads standard input" },
      file: { value: "PATH", help: "a file of text or markdown" },
      url: { value: "URL", help: "a page to read; with text or file, where it can be read" },
    },
    async run(product, args) {
      const member = await admitOperator(product, args.one("tenant"));
      const text = await givenText(args);
      const url = args.find("url");
      if (text !== undefined) {
        const title = args.find("title") ?? basename(args.find("file") ?? "Text").replace(/\.(md|markdown|txt)$/i, "");
        return summary(await getSource(member, { id: (await addTextSource(member, { title, text, url })).id }));
      }
      if (!url) throw new UsageError("Give --text, --file or --url.");
      const { id } = await addPageSource(member, { url });
      await readSource(member, { sourceId: id });
      return summary(await getSource(member, { id }));
    },
  },
];

async function givenText(args: Arguments): Promise<string | undefined> {
  const file = args.find("file");
  if (file) return readFile(file, "utf8");
  const text = args.find("text");
  return text === "-" ? readAll(process.stdin) : text;
}

function summary(source: { id: string; title: string; status: string; failure: string | null; passages: unknown[] }) {
  return {
    sourceId: source.id,
    title: source.title,
    status: source.status,
    failure: source.failure,
    passages: source.passages.length,
  };
}
