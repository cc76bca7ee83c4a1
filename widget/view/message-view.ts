import { createMarkdownView } from "../markdown/render-markdown";
import { type Entry, isUnderWay } from "../talk/entry";
import type { Citation } from "../wire";
import { type AnswerWorld, createAnswerTools } from "./answer-tools";
import { createCitationMark, createSourceList } from "./citation-card";
import { button, element } from "./kit";

export interface MessageWorld extends AnswerWorld {
  citations(): boolean;
  /** Asks once more what this answer stands for. */
  retry(answer: Entry): void;
}

export interface MessageView {
  node: HTMLElement;
  /** What of it was said. */
  text: HTMLElement;
  show(entry: Entry): void;
}

/** One message. A visitor's stands in a bubble as typed; an answer is drawn from markdown with its sources below. */
export function createMessageView(world: MessageWorld, entry: Entry): MessageView {
  if (entry.role === "assistant") return createAnswerView(world);
  const { words } = world;
  const bubble = element("div.bubble", { dir: "auto" });
  const speaker = entry.role === "user" && element("span.hidden", {}, `${words.you}: `);
  const waits = element("p.fine", {}, words.waitingOffline);
  const node = element("div", { class: `message ${entry.role}` }, speaker, bubble);
  return {
    node,
    text: bubble,
    show({ content, state }) {
      bubble.textContent = content;
      if (state === "waiting" && !navigator.onLine) node.append(waits);
      else waits.remove();
    },
  };
}

function createAnswerView(world: MessageWorld): MessageView {
  const { words } = world;
  let citations: readonly Citation[] = [];
  const prose = createMarkdownView({
    ...world,
    mark(number) {
      const citation = citations.find((one) => one.marker === number);
      return citation ? createCitationMark(words, citation) : null;
    },
    marksKey: () => citations.map((one) => one.marker).join(),
  });
  const typing = element("div.typing", {}, words.thinking);
  const after = element("div.after");
  const body = element("div", { dir: "auto" }, prose.node, after);
  const speaker = element("span");
  const node = element("div", { class: "message assistant" }, speaker, body);

  return {
    node,
    text: prose.node,
    show(entry) {
      const { content, citations: cited, state, trouble, author } = entry;
      citations = world.citations() ? cited : [];
      prose.show(content);
      node.setAttribute("aria-busy", `${isUnderWay(entry)}`);
      const isPerson = author === "person";
      speaker.className = isPerson ? "fine" : "hidden";
      speaker.textContent = isPerson ? words.person : `${words.assistant}: `;
      if (state === "sending") return after.replaceChildren(typing);
      if (state === "streaming") return after.replaceChildren();
      const again = () => button("quiet", {}, () => world.retry(entry), words.retry);
      if (trouble) return after.replaceChildren(element("div.failure", {}, element("p", {}, trouble), again()));
      const sources = citations.length ? [createSourceList(words, citations)] : [];
      const stopped = state === "stopped" ? [element("span.fine", {}, words.stopped), again()] : [];
      return after.replaceChildren(
        ...sources,
        element("div.tools", {}, ...createAnswerTools(world, entry), ...stopped),
      );
    },
  };
}
