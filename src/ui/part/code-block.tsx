import { Fragment } from "react";
import { CopyCode } from "./copy-code";
import { highlight, type Language } from "./highlight";

interface CodeBlockProps {
  code: string;
  language: Language;
  /** What the code is: a file's name or where it belongs. */
  caption?: string;
  /** Part of a panel that has a border already. */
  inset?: boolean;
}

/** Code, coloured on the server, with a button that copies exactly what is shown. */
export async function CodeBlock({ code, language, caption, inset }: CodeBlockProps) {
  const lines = await highlight(code, language);
  return (
    <figure className={inset ? "min-w-0" : "min-w-0 overflow-hidden rounded-lg border bg-panel"}>
      <figcaption className="flex items-center justify-between gap-3 border-b bg-raised/60 py-1.5 pr-1.5 pl-4 font-mono text-ink-faint text-xs">
        <span className="truncate">{caption ?? language}</span>
        <CopyCode />
      </figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too
        tabIndex={0}
        className="overflow-x-auto px-4 py-3.5 font-mono text-[13px] leading-[1.65] outline-offset-[-2px]"
      >
        <code>
          {lines.map((line, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
            <Fragment key={row}>
              {row > 0 && "\n"}
              {line.map((token, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces never move
                <span key={column} style={{ color: token.colour }}>
                  {token.text}
                </span>
              ))}
            </Fragment>
          ))}
        </code>
      </pre>
    </figure>
  );
}
