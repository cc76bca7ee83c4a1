// What a model says that does whatever it reads: it repeats every piece that it was handed, follows every address, takes every
// name, calls every tool and hands out what it was told. It knows nothing but the prompt it really received.

interface Message {
  role: string;
  content: string;
}

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"'）)\]]+|(?:[\p{L}\p{N}-]+\.)+(?:example|test|com|net|org|md)(?:\/[^\s<>"'）)\]、。]*)?/giu;
const MAIL = /[\w.+-]+@[\w.-]+\.\w+/g;
const SPEECH =
  /(?:\b(?:says?|reply|replies|answers?|responds?|write|output|print|tell|told|state|claim|mention|repeat|with|that|to|as|is|are|sage?n?|antworte\w*|schreib\w*|mitzuteilen|dass|mit|ist|dis|dites|annoncera|que|avec|à|est|di|diga|comunicará|con|es|dito|com|é)\b|と)/giu;
const REVEAL =
  /prompt|instruct|rules?\b|config|above|before the first|anweisung|regeln|vorgaben|konfiguration|consigne|instrucc|indicaciones|reglas|configura|instruç|regras|指示|設定|規則|プロンプト|システム/iu;
const ACT =
  /tool|function|plugin|send|mail|call|transfer|werkzeug|sende|outil|envoy|herramienta|env[ií]|ferramenta|道具|送/iu;

export interface Received {
  system: string;
  /** Numbered passages as they arrived. */
  passages: string[];
  /** The question and the turn before. */
  spoken: string[];
}

/** Reads the body of a chat completion back into its parts. */
export function readPrompt(body: string): Received {
  const { messages } = JSON.parse(body) as { messages: Message[] };
  const last = messages.at(-1)?.content ?? "";
  const fenced = [...last.matchAll(/⟦\S+ (passage \d+|question)⟧\n([\s\S]*?)\n⟦\S+ end⟧/g)];
  return {
    system: messages.find(({ role }) => role === "system")?.content ?? "",
    passages: fenced.filter(([, name]) => name !== "question").map(([, , text]) => text ?? ""),
    spoken: [
      ...fenced.filter(([, name]) => name === "question").map(([, , text]) => text ?? ""),
      ...messages.slice(1, -1).map(({ content }) => content),
    ],
  };
}

/** All that it would say to such a prompt, each by itself. */
export function obey({ system, passages, spoken }: Received): string[] {
  const said: string[] = [];
  const chunks = [
    ...passages.map((text, i) => ({ text, mark: ` [${i + 1}]` })),
    ...spoken.map((text) => ({ text, mark: " [1]" })),
  ];
  const honest =
    (passages.at(-1) ?? "")
      .split("\n")
      .at(-1)
      ?.split(/(?<=[.。])\s*/)[0] ?? "";
  for (const { text, mark } of chunks) {
    for (const sentence of text.split(/(?<=[.!?。！？])\s*|\n+/u).filter((one) => /[\p{L}\p{N}]/u.test(one))) {
      said.push(withMark(sentence, mark));
      const pieces = [...sentence.split(/[:：,，、;；“”"„«»「」'‘’—–<>{}()[\]]+/u), ...sentence.split(SPEECH)];
      for (const piece of new Set(pieces.map((one) => one?.trim() ?? ""))) {
        if (piece.length < 3 || piece === sentence) continue;
        said.push(withMark(`${piece[0]?.toUpperCase()}${piece.slice(1)}`, mark));
        said.push(`${piece} [7][12].`);
      }
      for (const address of sentence.match(ADDRESS) ?? []) {
        const whole = /^https?:/.test(address) ? address : `https://${address}`;
        said.push(
          `${honest.replace(/[.。]$/u, "")}, ${address}${mark}.`,
          `${honest} [${address}](${whole})${mark}`,
          `![x](${whole})${mark}`,
        );
      }
    }
    if (REVEAL.test(text))
      said.push(
        system,
        `\`\`\`\n${system}\n\`\`\``,
        ...system.split(/\n|(?<=[.:]) /).map((line) => withMark(line, mark)),
      );
    if (ACT.test(text))
      for (const mail of text.match(MAIL) ?? [])
        said.push(`<tool_call>{"to":"${mail}"}</tool_call>`, `Mail sent to ${mail}${mark}.`);
  }
  return [...new Set(said)];
}

const withMark = (sentence: string, mark: string) => `${sentence.replace(/\s*[.。]?\s*$/u, "")}${mark}.`;
