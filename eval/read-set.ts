// A public set as a folder: corpus.jsonl {_id, title, text}, queries.jsonl {_id, text, answerable?, answers?}, qrels.tsv.
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

export interface Document {
  _id: string;
  title: string;
  text: string;
}

export interface Query {
  _id: string;
  text: string;
  answerable?: boolean;
  answers?: string[];
  /** The document it was asked about. */
  doc?: string;
}

export interface EvalSet {
  name: string;
  corpus: Document[];
  queries: Query[];
  /** Query id → document id → grade. */
  relevant: Map<string, Map<string, number>>;
}

/** Throws one line that names the missing file. */
export function readSet(folder: string): EvalSet {
  for (const file of ["corpus.jsonl", "queries.jsonl", "qrels.tsv"]) {
    if (!existsSync(join(folder, file))) throw new Error(`${folder} has no ${file}`);
  }
  const relevant: EvalSet["relevant"] = new Map();
  for (const line of lines(folder, "qrels.tsv").slice(1)) {
    const [query = "", document = "", grade = "0"] = line.split("\t");
    if (!relevant.has(query)) relevant.set(query, new Map());
    relevant.get(query)?.set(document, Number(grade));
  }
  return {
    name: basename(folder),
    corpus: lines(folder, "corpus.jsonl").map((line) => JSON.parse(line)),
    queries: lines(folder, "queries.jsonl").map((line) => JSON.parse(line)),
    relevant,
  };
}

function lines(folder: string, file: string): string[] {
  return readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean);
}
