// A part of its own: what can be done to a conversation besides talking.

import { element, receive } from "../view/kit";
import type { Transcript } from "../wire";
import styles from "./desk.css";
import { type DeskWords, deskEnglish } from "./desk-words";
import type { ExtraWorld } from "./extra";
import { choice, field, showForm } from "./form";
import { type MenuItem, toggleMenu } from "./menu";
import { toNote } from "./note";

const dressed = new WeakSet<ExtraWorld>();

/** Adds this part's styles, once. */
function dress(world: ExtraWorld) {
  receive(world.kit);
  if (!dressed.has(world)) world.adopt(styles);
  dressed.add(world);
}

/** Shows what can be done now below the button in `anchor`, or takes it away again. */
export function showMenu(world: ExtraWorld, anchor: HTMLElement): void {
  dress(world);
  const { conversation } = world;
  const words = world.words(deskEnglish);
  const begun = conversation.id() !== null;
  const status = conversation.status();
  const found: [unknown, ...MenuItem][] = [
    [world.features().escalation && begun && status === "ai", words.talkToPerson, () => openDesk(world, "escalate")],
    [begun, words.download, () => download(world, words)],
    [begun && status !== "closed", words.endConversation, () => openDesk(world, "end")],
    [begun, words.deleteConversation, () => openDesk(world, "delete")],
    [
      true,
      words.newConversation,
      () => {
        world.erase();
        world.cover(null);
      },
    ],
  ];
  toggleMenu(
    anchor,
    found.filter(([can]) => can).map(([, ...item]) => item),
  );
}

/** Opens a form in place of the conversation. */
export function openDesk(world: ExtraWorld, kind: keyof typeof forms): void {
  dress(world);
  forms[kind](world, world.words(deskEnglish));
}

/** What was done, in a line of the conversation and aloud. */
function note({ conversation, say }: ExtraWorld, sentence: string) {
  conversation.add(toNote(sentence));
  say(sentence);
}

const forms = {
  escalate(world: ExtraWorld, words: DeskWords) {
    const email = field("input", words.emailLabel, { type: "email", autocomplete: "email" });
    const reason = field("textarea", words.reasonLabel, { rows: 3, maxlength: 2000 });
    showForm(world, words, {
      title: words.escalateTitle,
      text: words.escalateText,
      parts: [email.node, reason.node],
      send: words.escalateSend,
      async submit() {
        const said = { email: email.value() || undefined, reason: reason.value() || undefined };
        await world.act("POST", "/escalate", said);
        world.conversation.setStatus("waiting");
        note(world, words.escalated);
      },
    });
  },
  end(world: ExtraWorld, words: DeskWords) {
    const answered = choice(words.endText, [
      ["resolved", words.yes],
      ["unresolved", words.no],
    ]);
    const marks = [...Array(10).keys()].map((at): [string, string] => [`${at + 1}`, `${at + 1}`]);
    const rating = choice(words.rateText, marks);
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
        world.conversation.setStatus("closed");
        note(world, words.ended);
      },
    });
  },
  delete(world: ExtraWorld, words: DeskWords) {
    showForm(world, words, {
      title: words.deleteTitle,
      text: words.deleteText,
      parts: [],
      send: words.deleteSend,
      grave: true,
      async submit() {
        await world.act("DELETE");
        world.erase();
        world.say(words.deleted);
      },
    });
  },
};

/** Saves the visitor's own copy as a text file. */
async function download({ act, warn, report }: ExtraWorld, words: DeskWords): Promise<void> {
  try {
    const { messages } = (await (await act("GET", "/export")).json()) as Transcript;
    const lines = messages.map(({ role, content, citations = [], createdAt }) => {
      const who = role === "user" ? words.you : words.assistant;
      const sources = citations.map(({ marker, title, url }) => `[${marker}] ${title} ${url ?? ""}`.trim());
      return [`${who}, ${new Date(createdAt).toLocaleString()}`, content, ...sources].join("\n");
    });
    const address = URL.createObjectURL(new Blob([lines.join("\n\n")], { type: "text/plain;charset=utf-8" }));
    const name = `${words.transcript}-${new Date().toISOString().slice(0, 10)}.txt`;
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  } catch (thrown) {
    warn(await report(thrown));
  }
}
