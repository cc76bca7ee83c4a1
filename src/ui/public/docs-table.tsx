import { Fragment, type ReactNode } from "react";

interface Table {
  caption: string;
  head: string[];
  rows: ReactNode[][];
  /** The first column is no code. */
  words?: boolean;
}

/** A table of words and what they mean; the first column is code unless it is `words`. Scrolls on a phone, with the keyboard as well. */
export function DocsTable({ caption, head, rows, words = false }: Table) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="overflow-x-auto rounded-lg border" aria-label={caption} tabIndex={0}>
      <table className="w-full text-left text-[14px] leading-snug">
        <thead>
          <tr className="border-b bg-raised/60 text-ink-faint text-xs">
            {head.map((title) => (
              <th key={title} scope="col" className="px-4 py-2 font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
            <tr key={i} className="align-top">
              {row.map((cell, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                  key={column}
                  className={column === 0 && !words ? "px-4 py-2.5 font-mono text-[13px]" : "px-4 py-2.5"}
                >
                  {typeof cell === "string" ? withCode(cell) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Text with what stands between backticks as code. */
export function withCode(text: string): ReactNode {
  return text.split("`").map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts never move
    <Fragment key={i}>{i % 2 === 1 ? <code className="font-mono text-[0.92em]">{part}</code> : part}</Fragment>
  ));
}
