import { createMarkdownView } from "../markdown/render-markdown";
import type { Entry } from "../talk/entry";
import { sentenceOf } from "../talk/failure";
import type { Citation } from "../wire";
import type { Words } from "../words";
import { createCitationMark, createSourceList } from "./citation-card";
import { createCopyButton } from "./copy-button";
import { button, element, named } from "./element";
import { icon } from "./icons";

export interface MessageWorld {
  document: Document;
  words: Words;
  citations: boolean;
  retry(): void;
  /** Says what the visitor thinks of an answer; null while the tenant does not ask. */
  rate: ((entry: Entry, value: "positive" | "negative") => Promise<void>) | null;
  /** Hands the conversation to a person; null where nobody would come. */
  escalate: (() => void) | null;
  say(sentence: string): void;
}

export interface MessageView {
  node: HTMLElement;
  show(entry: Entry): void;
}

/** One message. A visitor's stands in a bubble as typed; an answer is drawn from markdown with its sources below. */
export function createMessageView(world: MessageWorld, entry: Entry): MessageView {
  if (entry.role === "assistant") return createAnswerView(world);
  const { document, words } = world;
  const bubble = element(document, "div.bubble", { dir: "auto" });
  const speaker = entry.role === "user" && element(document, "span.hidden", {}, `${words.you}: `);
  const waits = element(document, "p.fine", {}, words.waitingOffline);
  const node = element(document, "div", { class: `message ${entry.role}` }, speaker, bubble);
  return {
    node,
    show({ content, state }) {
      bubble.textContent = content;
      if (state === "waiting" && !document.defaultView?.navigator.onLine) node.append(waits);
      else waits.remove();
    },
  };
}

function createAnswerView(world: MessageWorld): MessageView {
  const { document, words } = world;
  let citations: readonly Citation[] = [];
  const prose = createMarkdownView({
    document,
    mark(number) {
      const citation = citations.find((one) => one.marker === number);
      return citation ? createCitationMark(document, words, citation) : null;
    },
    marksKey: () => citations.map((one) => one.marker).join(),
    codeAction: (text) => createCopyButton(document, words, words.copyCode, () => text, world.say),
  });
  const typing = element(document, "div.typing", { role: "img", "aria-label": words.thinking });
  typing.append(...[0, 1, 2].map(() => element(document, "i")));
  const after = element(document, "div.after");
  const body = element(document, "div", { dir: "auto" }, prose.node, after);
  const speaker = element(document, "span.hidden", {}, `${words.assistant}: `);
  const node = element(document, "div", { class: "message assistant" }, speaker, body);

  return {
    node,
    show(entry) {
      const { content, citations: cited, state, failure, author } = entry;
      citations = world.citations ? cited : [];
      prose.show(content);
      node.setAttribute("aria-busy", String(state === "sending" || state === "streaming"));
      if (state === "sending") return after.replaceChildren(typing);
      if (state === "streaming") return after.replaceChildren();
      const again = () => button(document, "quiet", {}, world.retry, words.retry);
      if (failure) {
        const sentence = element(document, "p", {}, sentenceOf(failure, words));
        return after.replaceChildren(element(document, "div.failure", {}, sentence, again()));
      }
      const sources = citations.length ? [createSourceList(document, words, citations)] : [];
      const copy = createCopyButton(document, words, words.copy, () => content, world.say);
      const stopped = state === "stopped" ? [element(document, "span.fine", {}, words.stopped), again()] : [];
      const { rate, escalate } = world;
      const thumbs = !rate || !entry.id || author || !content ? [] : thumbsOf(world, entry, rate);
      const person =
        escalate && entry.grounded === false && !author && button(document, "quiet", {}, escalate, words.talkToPerson);
      speaker.className = author === "person" ? "fine" : "hidden";
      speaker.textContent = author === "person" ? words.person : `${words.assistant}: `;
      const tools = element(document, "div.tools", {}, content && copy, ...thumbs, ...stopped, person);
      return after.replaceChildren(...sources, tools);
    },
  };
}

function thumbsOf({ document, words }: MessageWorld, entry: Entry, rate: NonNullable<MessageWorld["rate"]>) {
  const thumbs = (["positive", "negative"] as const).map((value) => {
    const label = value === "positive" ? words.helpful : words.notHelpful;
    const vote = async () => {
      const said = rate(entry, value);
      show();
      await said;
      show();
    };
    return { value, node: button(document, `tool ${value}`, named(label), vote, icon(document, "up")) };
  });
  const show = () => {
    for (const { value, node } of thumbs) node.ariaPressed = `${entry.feedback === value}`;
  };
  show();
  return thumbs.map(({ node }) => node);
}
