// Runs as a process of its own, see document-reader.ts: whatever a document does to its parser, only this ends.
import { Worker } from "node:worker_threads";
import type { DocumentFacts } from "@/core/source/document-reader";
import { readDocument } from "./document-content";
import { FetchRefused } from "./fetch-refused";

// A parser that unpacks a bomb lets nothing else of its thread run: another one looks at the memory of both, and whether
// whoever asks is still there.
new Worker(
  `const parent = process.ppid;
   setInterval(() => {
     if (process.memoryUsage.rss() > ${Number(process.argv[2])} * 1e6 || process.ppid !== parent)
       process.kill(process.pid, "SIGKILL");
   }, 20);`,
  { eval: true, execArgv: [], env: {} },
).unref();

process.on("disconnect", () => process.exit());
process.on("message", async ({ bytes, facts }: { bytes: Uint8Array; facts: DocumentFacts }) => {
  try {
    process.send?.({ read: await readDocument(bytes, facts) });
  } catch (error) {
    const refused = error instanceof FetchRefused ? error.message : "It cannot be read: it is broken.";
    process.send?.({ refused });
  }
});
process.send?.({ ready: true });
