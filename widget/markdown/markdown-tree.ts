// The small tree between markdown's text and the page's nodes. HTML has no part in it: it stays text.

/** What is drawn as an element; its tag may carry a class, as `element` takes it. A citation mark is a `mark`. */
export type Drawn = [tag: string, attributes: Record<string, string | number | false>, ...children: Markup[]];

export type Markup = string | Drawn;
