import { charts, Knit } from "./knit";

export type GarmentKind = "jumper" | "cardigan" | "hat" | "socks" | "child";

interface GarmentProps {
  kind: GarmentKind;
  /** What it is, for those who cannot see it. */
  label: string;
  /** Names this drawing's patterns: unique on the page. */
  id: string;
}

/** A piece of the shop, drawn; its yarns are the custom properties --yarn, --yarn-a, --yarn-b and --yarn-gap. */
export function Garment({ kind, label, id }: GarmentProps) {
  const Shape = shapes[kind];
  return (
    <svg viewBox="0 0 400 400" role="img" aria-label={label} className="garment">
      <defs>
        <pattern id={`${id}-rib`} width="7" height="8" patternUnits="userSpaceOnUse">
          <rect width="7" height="8" fill="var(--yarn-gap)" />
          <rect width="5.4" height="8" rx="2" fill="var(--yarn)" />
        </pattern>
        <linearGradient id={`${id}-fold`} x1="0" x2="1" y1="0" y2="0">
          <stop offset="0" stopColor="#000" stopOpacity=".3" />
          <stop offset=".22" stopColor="#000" stopOpacity="0" />
          <stop offset=".55" stopColor="#fff" stopOpacity=".07" />
          <stop offset=".82" stopColor="#000" stopOpacity="0" />
          <stop offset="1" stopColor="#000" stopOpacity=".26" />
        </linearGradient>
      </defs>
      <Shape id={id} />
    </svg>
  );
}

interface ShapeProps {
  id: string;
}

interface PieceProps extends ShapeProps {
  d: string;
  fill: string;
}

function Piece({ id, d, fill }: PieceProps) {
  return (
    <>
      <path d={d} fill={`url(#${id}-${fill})`} />
      <path d={d} fill={`url(#${id}-fold)`} />
    </>
  );
}

const SLEEVE = "M112 66Q82 76 74 106L36 318L84 331L118 196Z";
const CUFF = "M36 314L31 343Q55 356 80 356L86 327Z";

function Sleeves({ id }: ShapeProps) {
  return [undefined, "matrix(-1 0 0 1 400 0)"].map((side) => (
    <g key={side ?? "left"} transform={side}>
      <Piece id={id} d={SLEEVE} fill="sleeve" />
      <Piece id={id} d={CUFF} fill="rib" />
    </g>
  ));
}

function Jumper({ id, chart = charts.allOver }: ShapeProps & { chart?: string[] }) {
  return (
    <>
      <Knit id={`${id}-knit`} chart={chart} />
      <Knit id={`${id}-sleeve`} chart={chart} lean={12} />
      <Sleeves id={id} />
      <path d="M150 52Q200 34 250 52Q200 92 150 52" fill="var(--yarn-gap)" />
      <Piece id={id} d="M148 52Q200 96 252 52L290 66L284 190L290 352H110L116 190L110 66Z" fill="knit" />
      <Piece id={id} d="M111 348H289L286 380Q200 388 114 380Z" fill="rib" />
      <path d="M147 51Q200 98 253 51" fill="none" stroke="var(--yarn-gap)" strokeWidth="17" />
      <path d="M147 51Q200 98 253 51" fill="none" stroke={`url(#${id}-rib)`} strokeWidth="14" />
    </>
  );
}

function Cardigan({ id }: ShapeProps) {
  return (
    <>
      <Knit id={`${id}-knit`} chart={charts.yoke} />
      <Knit id={`${id}-sleeve`} chart={charts.dots} lean={12} />
      <Sleeves id={id} />
      <path d="M148 52Q200 30 252 52L200 176Z" fill="var(--yarn-gap)" />
      <Piece id={id} d="M148 52L200 176L252 52L290 66L284 190L290 352H110L116 190L110 66Z" fill="knit" />
      <Piece id={id} d="M111 348H289L286 380Q200 388 114 380Z" fill="rib" />
      <path d="M148 50L197 172V383M252 50L203 172" fill="none" stroke="var(--yarn-a)" strokeWidth="13" />
      {[196, 238, 280, 322, 364].map((y) => (
        <circle key={y} cx="197" cy={y} r="5" fill="#3a2a1c" stroke="#fff" strokeOpacity=".35" strokeWidth="1.5" />
      ))}
    </>
  );
}

function Hat({ id }: ShapeProps) {
  return (
    <>
      <Knit id={`${id}-knit`} chart={charts.allOver} />
      <circle cx="200" cy="82" r="34" fill="var(--yarn-a)" />
      <circle cx="200" cy="82" r="34" fill="none" stroke="var(--yarn-a)" strokeWidth="14" strokeDasharray="2 4" />
      <Piece id={id} d="M92 280Q92 116 200 108Q308 116 308 280Z" fill="knit" />
      <Piece id={id} d="M84 266Q200 282 316 266L312 328Q200 344 88 328Z" fill="rib" />
    </>
  );
}

const FOOT = "M92 112H172V244Q174 262 194 270L258 296Q288 312 276 342Q268 356 246 356H150Q98 352 94 292Z";

function Socks({ id }: ShapeProps) {
  return (
    <>
      <Knit id={`${id}-knit`} chart={charts.rings} />
      {["matrix(1 0 0 1 56 -18)", "matrix(1 0 0 1 0 0)"].map((place) => (
        <g key={place} transform={place}>
          <Piece id={id} d={FOOT} fill="knit" />
          <Piece id={id} d="M88 66H176V116H88Z" fill="rib" />
          <path d="M258 296Q288 312 276 342Q268 356 246 356H222Q214 318 258 296Z" fill="var(--yarn-a)" />
        </g>
      ))}
    </>
  );
}

function Child({ id }: ShapeProps) {
  return (
    <g transform="matrix(.78 0 0 .72 44 62)">
      <Jumper id={id} chart={charts.yoke} />
    </g>
  );
}

const shapes = { jumper: Jumper, cardigan: Cardigan, hat: Hat, socks: Socks, child: Child };
