import { Fragment, type ReactNode } from "react";

interface HelpTextProps {
  markdown: string;
  /** A heading's id, which citations point at. */
  toAnchor: (heading: string) => string | undefined;
}

/** The markdown that the shop's help pages are written in: headings, paragraphs, lists and tables. */
export function HelpText({ markdown, toAnchor }: HelpTextProps) {
  const blocks = markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => block.split("\n"));
  return blocks.map((lines) => <Fragment key={lines[0]}>{toElement(lines, toAnchor)}</Fragment>);
}

function toElement(lines: string[], toAnchor: HelpTextProps["toAnchor"]): ReactNode {
  const first = lines[0] ?? "";
  if (first.startsWith("## ")) return <h2 id={toAnchor(first.slice(3))}>{first.slice(3)}</h2>;
  if (/^\d+\. /.test(first)) return <ol>{toItems(lines, /^\d+\. /)}</ol>;
  if (first.startsWith("- ")) return <ul>{toItems(lines, /^- /)}</ul>;
  if (first.startsWith("| ")) return <Table lines={lines} />;
  return <p>{lines.join(" ")}</p>;
}

function toItems(lines: string[], mark: RegExp): ReactNode[] {
  return lines.map((line) => <li key={line}>{line.replace(mark, "")}</li>);
}

function Table({ lines }: { lines: string[] }) {
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell, column) => (column === 0 ? <th key={cell}>{cell}</th> : <td key={cell}>{cell}</td>))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
