// A part of its own: what a tenant may offer below an answer besides its copy: to judge it, to hand it to a person.

import type { Desk } from "../later";
import type { Entry } from "../talk/entry";
import { button, drawIcon, named, receive } from "../view/kit";
import type { ExtraWorld } from "./extra";
import styles from "./judge.css";
import { judgeEnglish } from "./judge-words";

/** The buttons of an answer, as the tenant's switches stand. */
export type Judge = (entry: Entry) => (Node | false)[];

const UP = "M7 11l4-8a2 2 0 0 1 2 2v4h6l-1 11H7zM7 11v9H4v-9z";

export function createJudge(world: ExtraWorld, desk: Desk): Judge {
  receive(world.kit);
  world.adopt(styles);
  const words = world.words(judgeEnglish);
  const { conversation, features } = world;

  /** Tells the gateway what the visitor thinks of an answer; a refusal takes it back. */
  async function rate(entry: Entry, value: Entry["feedback"]): Promise<void> {
    const before = entry.feedback;
    const mark = (feedback: Entry["feedback"]) => {
      entry.feedback = feedback;
      conversation.settle();
    };
    world.warn("");
    mark(value);
    try {
      await world.act("POST", "/feedback", { messageId: entry.id, value });
      world.say(words.thanks);
    } catch (thrown) {
      mark(before);
      world.warn(await world.report(thrown));
    }
  }

  function createThumbs(entry: Entry): HTMLElement[] {
    const thumbs = (["positive", "negative"] as const).map((value) => {
      const vote = async () => {
        const said = rate(entry, value);
        show();
        await said;
        show();
      };
      const label = value === "positive" ? words.helpful : words.notHelpful;
      return button(`tool ${value}`, named(label), vote, drawIcon(UP));
    });
    const show = () => {
      for (const node of thumbs) node.setAttribute("aria-pressed", `${node.matches(`.${entry.feedback}`)}`);
    };
    show();
    return thumbs;
  }

  return (entry) => {
    const { author, grounded, id } = entry;
    if (author) return [];
    const { feedback, escalation } = features();
    const canEscalate = escalation && grounded === false && conversation.id() && conversation.status() === "ai";
    return [
      ...(feedback && id ? createThumbs(entry) : []),
      !!canEscalate && button("quiet", {}, () => desk("openDesk", "escalate"), words.talkToPerson),
    ];
  };
}
