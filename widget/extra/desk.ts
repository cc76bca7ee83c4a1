// A part of its own: what can be done to a conversation besides talking.

import { element } from "../view/element";
import type { Transcript } from "../wire";
import { type DeskWords, deskEnglish } from "./desk-words";
import type { ExtraWorld } from "./extra";
import { choice, field, showForm } from "./form";

export type DeskKind = "escalate" | "end" | "delete";

/** Opens a form in place of the conversation; `done` is called once the gateway has taken it, with the sentence that follows. */
export function openDesk(kind: DeskKind, world: ExtraWorld, done: (sentence: string) => void): void {
  const words = world.words(deskEnglish);
  forms[kind](world, words, done);
}

type Form = (world: ExtraWorld, words: DeskWords, done: (sentence: string) => void) => void;

const forms: Record<DeskKind, Form> = {
  escalate(world, words, done) {
    const email = field(world.document, "input", words.emailLabel, { type: "email", autocomplete: "email" });
    const reason = field(world.document, "textarea", words.reasonLabel, { rows: 3, maxlength: 2000 });
    showForm(world, words, {
      title: words.escalateTitle,
      text: words.escalateText,
      parts: [email.node, reason.node],
      send: words.escalateSend,
      async submit() {
        const said = { email: email.value() || undefined, reason: reason.value() || undefined };
        await world.act("POST", "/escalate", said);
        done(words.escalated);
      },
    });
  },
  end(world, words, done) {
    const { document } = world;
    const answered = choice(document, words.endText, [
      ["resolved", words.yes],
      ["unresolved", words.no],
    ]);
    const marks = Array.from({ length: 10 }, (_, at): [string, string] => [`${at + 1}`, `${at + 1}`]);
    const rating = choice(document, words.rateText, marks);
    showForm(world, words, {
      title: words.endTitle,
      parts: [answered.node, rating.node],
      send: words.endSend,
      async submit() {
        const mark = Number(rating.value());
        await world.act("POST", "/close", {
          resolution: answered.value() ?? "resolved",
          rating: mark || undefined,
        });
        done("");
      },
    });
  },
  delete(world, words, done) {
    showForm(world, words, {
      title: words.deleteTitle,
      text: words.deleteText,
      parts: [],
      send: words.deleteSend,
      grave: true,
      async submit() {
        await world.act("DELETE");
        done(words.deleted);
      },
    });
  },
};

/** Saves the visitor's own copy as a text file. */
export async function download(world: ExtraWorld, speakers: { you: string; assistant: string }): Promise<void> {
  const { document } = world;
  const { messages } = (await (await world.act("GET", "/export")).json()) as Transcript;
  const lines = messages.map(({ role, content, citations = [], createdAt }) => {
    const who = role === "user" ? speakers.you : speakers.assistant;
    const sources = citations.map(({ marker, title, url }) => `[${marker}] ${title} ${url ?? ""}`.trim());
    return [`${who}, ${new Date(createdAt).toLocaleString()}`, content, ...sources].join("\n");
  });
  const address = URL.createObjectURL(new Blob([lines.join("\n\n")], { type: "text/plain;charset=utf-8" }));
  const name = `${world.words(deskEnglish).transcript}-${new Date().toISOString().slice(0, 10)}.txt`;
  element(document, "a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
