// A part of its own: files a visitor sends into a conversation.

import { button, drawIcon, element, named, receive } from "../view/kit";
import { attachEnglish } from "./attach-words";
import type { ExtraWorld } from "./extra";
import { toNote } from "./note";

const MOST_BYTES = 10 * 1024 * 1024;
const ACCEPTED = "image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain,.txt,.md,.csv,.log";
const CLIP = "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.5 3.5 0 0 1 5 5l-8.5 8.5a1.5 1.5 0 0 1-2-2L15 8";

/** The button that asks for a file and sends it into the present conversation. */
export function createClip(world: ExtraWorld): HTMLElement {
  receive(world.kit);
  const words = world.words(attachEnglish);
  return button("tool", named(words.attach), () => attach(world, words), drawIcon(CLIP));
}

function attach({ act, warn, report, conversation }: ExtraWorld, words: typeof attachEnglish) {
  warn("");
  const input = element("input", { type: "file", accept: ACCEPTED });
  input.onchange = async () => {
    const file = input.files?.[0];
    if (!file) return;
    const about = (sentence: string) => sentence.replace("{name}", file.name);
    if (file.size > MOST_BYTES) return warn(about(words.fileTooLarge));
    warn(about(words.sendingFile));
    const body = new FormData();
    body.append("file", file);
    try {
      await act("POST", "/files", body);
      warn("");
      conversation.add(toNote(about(words.fileSent)));
    } catch (thrown) {
      const { status = 0 } = Object(thrown) as { status?: number };
      const sentence = { 413: words.fileTooLarge, 415: words.fileNotSupported }[status];
      warn(sentence ? about(sentence) : await report(thrown));
    }
  };
  input.click();
}
