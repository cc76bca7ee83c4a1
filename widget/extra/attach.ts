// A part of its own: files a visitor sends into a conversation.

import { element } from "../view/element";
import { attachEnglish } from "./attach-words";
import type { ExtraWorld } from "./extra";

const MOST_BYTES = 10 * 1024 * 1024;
const ACCEPTED = "image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain,.txt,.md,.csv,.log";

/** Asks for a file and sends it; `say` hears how it goes, `sent` what the visitor is shown when it is there. */
export function attach(world: ExtraWorld, say: (sentence: string) => void, sent: (sentence: string) => void): void {
  const words = world.words(attachEnglish);
  const input = element(world.document, "input", { type: "file", accept: ACCEPTED });
  input.onchange = async () => {
    const file = input.files?.[0];
    if (!file) return;
    const about = (sentence: string) => sentence.replace("{name}", file.name);
    if (file.size > MOST_BYTES) return say(about(words.fileTooLarge));
    say(about(words.sendingFile));
    const body = new FormData();
    body.append("file", file);
    try {
      await world.act("POST", "/files", body);
      say("");
      sent(about(words.fileSent));
    } catch (thrown) {
      // A failure of the chat's part: its class is not this part's.
      const { status = 0 } = Object(thrown) as { status?: number };
      const sentence = { 413: words.fileTooLarge, 415: words.fileNotSupported }[status];
      say(sentence ? about(sentence) : world.sentence(thrown));
    }
  };
  input.click();
}
