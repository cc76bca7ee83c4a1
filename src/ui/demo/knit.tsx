// Knitting, drawn stitch by stitch from a chart as knitters read it: a letter is a stitch of that yarn.

/** Width and height of one stitch. */
const WIDE = 8;
const HIGH = 7;

const waves = ["a...a...a...", ".a.a.a.a.a.a", "..a...a...a."];
const lozenge = [
  "......b.....",
  ".....bbb....",
  "....bb.bb...",
  "a..bb.a.bb..",
  "....bb.bb...",
  ".....bbb....",
  "......b.....",
];
const line = ["aaaaaaaaaaaa"];
const plain = (rows: number) => Array.from({ length: rows }, () => "............");

export const charts = {
  allOver: [...waves, ...plain(2), ...line, ...plain(1), ...lozenge, ...plain(1), ...line, ...plain(2)],
  yoke: [...plain(4), ...waves, ...plain(1), ...line, ...plain(1), ...lozenge, ...plain(1), ...line, ...plain(1)]
    .concat(waves.toReversed())
    .concat(plain(40)),
  rings: [...plain(3), ...line, ...plain(1), ...waves, ...plain(1), ...line],
  dots: [...plain(3), "..a.....a...", ...plain(3), ".....a.....a"],
} satisfies Record<string, string[]>;

interface KnitProps {
  id: string;
  chart: string[];
  /** Degrees the knitting leans by: sleeves hang. */
  lean?: number;
}

/** An SVG pattern of the chart in the yarns --yarn, --yarn-a and --yarn-b. */
export function Knit({ id, chart, lean = 0 }: KnitProps) {
  const width = (chart[0]?.length ?? 0) * WIDE;
  const height = chart.length * HIGH;
  return (
    <pattern
      id={id}
      width={width}
      height={height}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${lean}) scale(.62)`}
    >
      <rect width={width} height={height} fill="var(--yarn-gap)" />
      {[".", "a", "b"].map((yarn) => (
        <path key={yarn} d={toStitches(chart, yarn)} fill={`var(--yarn${yarn === "." ? "" : `-${yarn}`})`} />
      ))}
    </pattern>
  );
}

// Drawn one row up as well: a stitch reaches into the row below it, also across the edge of the tile.
function toStitches(chart: string[], yarn: string): string {
  const rows = [chart.at(-1) ?? "", ...chart];
  return rows
    .flatMap((row, y) =>
      Array.from(row, (stitch, x) =>
        stitch === yarn ? `M${x * WIDE + 0.4} ${(y - 1) * HIGH}l3.6 4 3.6-4v6l-3.6 4-3.6-4z` : "",
      ),
    )
    .join("");
}
