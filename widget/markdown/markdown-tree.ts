// The small tree between markdown's text and the page's nodes. There is no node for HTML: it stays text.

export type Inline =
  | string
  | { kind: "strong" | "em" | "del"; children: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "link"; href: string; children: Inline[] }
  /** A citation mark, `[1]` in the text. */
  | { kind: "mark"; number: number }
  | { kind: "break" };

export type Block =
  | { kind: "paragraph"; children: Inline[] }
  | { kind: "heading"; level: number; children: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "list"; ordered: boolean; start: number; items: Block[][] }
  | { kind: "quote"; children: Block[] }
  /** Rows of cells; the first is the head. */
  | { kind: "table"; rows: Inline[][][] }
  | { kind: "rule" };
