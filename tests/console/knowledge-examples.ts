// Procedures of what is known and who answers.
import { newId } from "@/core/id/id";
import { type Examples, member } from "./example";

/** A document as it arrives, for one reading. */
function documentUpload() {
  const form = new FormData();
  form.set("file", new Blob(["# Returns\n\nWithin 45 days."]), "returns.md");
  const { headers, body } = new Response(form);
  return { contentType: headers.get("content-type") ?? "", declaredBytes: null, body };
}

export const knowledgeExamples: Examples = {
  "source.list": member,
  "source.get": {
    open: "member",
    input: ({ sourceId }) => ({ id: sourceId }),
    missing: () => ({ id: newId("source") }),
  },
  "source.addText": { open: "member", input: () => ({ title: "Returns", text: "Within 45 days." }) },
  "source.addPage": { open: "member", input: () => ({ url: "https://www.example.com/help" }) },
  "source.pages": {
    open: "member",
    input: ({ sourceId }) => ({ id: sourceId }),
    missing: () => ({ id: newId("source") }),
  },
  "source.addSite": { open: "member", input: () => ({ url: "https://www.example.com/help" }) },
  "source.addFile": { open: "member", input: () => ({ upload: documentUpload() }) },
  "source.putAnswer": {
    open: "member",
    input: ({ answerId }) => ({ id: answerId, question: "When do you open?", answer: "At ten." }),
    missing: () => ({ id: newId("source"), question: "When do you open?", answer: "At ten." }),
  },
  "source.update": {
    open: "member",
    input: ({ sourceId }) => ({ id: sourceId, hidden: true }),
    missing: () => ({ id: newId("source"), hidden: true }),
  },
  "source.sync": {
    open: "member",
    input: ({ siteId }) => ({ id: siteId }),
    missing: () => ({ id: newId("source") }),
  },
  "unanswered.list": member,
  "unanswered.settle": { open: "member", input: () => ({ key: "0".repeat(64) }) },
  "golden.list": member,
  "golden.add": { open: "member", input: () => ({ question: "Hm?", expects: "nothing" }) },
  "golden.remove": {
    open: "member",
    input: ({ goldenId }) => ({ id: goldenId }),
    missing: () => ({ id: newId("goldenQuestion") }),
  },
  "golden.run": member,
  "golden.stop": {
    open: "member",
    // There is a run to be stopped.
    input: async ({ tenantId, owner }) => {
      const data = { tenantId, startedAt: new Date() };
      await owner.database.transaction((tx) => tx.goldenRun.createMany({ data, skipDuplicates: true }));
      return {};
    },
  },
  "source.remove": {
    open: "member",
    input: ({ sourceId }) => ({ id: sourceId }),
    missing: () => ({ id: newId("source") }),
  },
  "ai.get": member,
  "ai.update": { open: "member", input: () => ({ provider: "openai", model: "some-model", apiKey: "sk-some-key" }) },
  "ai.test": member,
  "playground.ask": { open: "member", input: () => ({ question: "How long does delivery take?" }) },
};
