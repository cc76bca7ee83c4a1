// What a run of bench/gateway.ts found: a table for people, JSON for the next comparison.
import type { Streams } from "./streams";
import type { Result } from "./subject";

export const names = {
  a: "bare: token, one select",
  b: "bare: token, a message's SQL",
  c: "a no-op route inside Next",
  d: "POST /sessions in the console's process",
  e: "POST /conversations/{id} there",
  f: "POST /sessions alone",
  g: "POST /conversations/{id} alone",
  i: "POST /sessions as a route of Next",
} as const;
export type Case = keyof typeof names;

interface About {
  connections: number;
  seconds: number;
  database: "postgres" | "embedded";
}

/** At least, except where a name says otherwise. */
const LEAST = { "f/a": 0.5, "g/b": 0.6, "d/c": 0.7 } as const;
const MOST_OPEN_MIB = 400;
const MOST_LATE_MS = 1000;

/**
 * Prints the table, and JSON as its last line. Each case is the middle of its rounds. Returns whether every limit of what
 * was measured held.
 */
export function reportGateway(
  results: Partial<Record<Case, Result[]>>,
  streams: Streams | undefined,
  about: About,
): boolean {
  const { connections, seconds, database } = about;
  console.log(`${connections} connections, ${seconds} s a round, database: ${database}\n`);
  console.log(
    `${"".padEnd(42)}${["requests/s", "p50 ms", "p99 ms", "CPU µs/request"].map((t) => t.padStart(15)).join("")}`,
  );
  const round = (value: number, digits: number) => Number(value.toFixed(digits));
  const cases = (Object.keys(names) as Case[]).flatMap((name) => {
    const taken = results[name];
    if (!taken) return [];
    const middle = (of: (result: Result) => number | null) => median(taken.map(of).filter((value) => value !== null));
    const cpu = middle(({ cpuMicroseconds }) => cpuMicroseconds);
    const row = {
      requestsPerSecond: Math.round(middle(({ requestsPerSecond }) => requestsPerSecond) ?? 0),
      p50: round(middle(({ p50 }) => p50) ?? 0, 2),
      p99: round(middle(({ p99 }) => p99) ?? 0, 2),
      cpu: cpu === null ? null : Math.round(cpu),
    };
    const cells = Object.values(row).map((value) => String(value ?? "-").padStart(15));
    console.log(`${name}  ${names[name]}`.padEnd(42) + cells.join(""));
    return [[name, { ...row, name: names[name] }] as const];
  });
  // The middle of the rounds' ratios, each of two neighbours in time.
  const ratio = (part: Case, whole: Case) => {
    const under = results[whole] ?? [];
    const ratios = (results[part] ?? []).map(
      (result, i) => result.requestsPerSecond / (under[i]?.requestsPerSecond ?? 0),
    );
    const middle = median(ratios.filter(Number.isFinite));
    return middle === null ? null : round(middle, 3);
  };
  // What processor time says of the same: less of what else the machine does is in it.
  const cpuRatio = (part: Case, whole: Case) => {
    const of = (name: Case) => median((results[name] ?? []).flatMap(({ cpuMicroseconds: cpu }) => cpu ?? []));
    const [own, floor] = [of(part), of(whole)];
    return own === null || floor === null ? null : round(floor / own, 3);
  };
  const ratios = { "f/a": ratio("f", "a"), "g/b": ratio("g", "b"), "d/c": ratio("d", "c"), "i/c": ratio("i", "c") };
  const pairs = [
    ["f", "a"],
    ["g", "b"],
    ["d", "c"],
    ["i", "c"],
  ] as const;
  const cpuRatios = Object.fromEntries(pairs.map(([part, whole]) => [`${part}/${whole}`, cpuRatio(part, whole)]));
  if (streams) {
    const { openMib, idleMib, pings, lateP50, lateP99 } = streams;
    console.log(`h  ${streams.streams} open event streams: ${openMib} MiB (${idleMib} without), ${pings} pings,`);
    console.log(`   late by ${lateP50} ms (p50), ${lateP99} ms (p99)`);
  }
  const limits: Limit[] = Object.entries(LEAST).flatMap(([name, least]) => {
    const value = ratios[name as keyof typeof LEAST];
    return value === null ? [] : [{ name, value, limit: `>= ${least}`, pass: value >= least }];
  });
  if (streams) {
    const { openMib: open, lateP99: late } = streams;
    if (open !== null)
      limits.push({ name: "streams MiB", value: open, limit: `<= ${MOST_OPEN_MIB}`, pass: open <= MOST_OPEN_MIB });
    limits.push({ name: "ping p99 ms", value: late, limit: `<= ${MOST_LATE_MS}`, pass: late <= MOST_LATE_MS });
  }
  for (const { name, value, limit, pass } of limits)
    console.log(`${pass ? "ok    " : "MISSED"}  ${name.padEnd(12)} ${value} (${limit})`);
  const pass = limits.every((limit) => limit.pass);
  const all = { database, connections, cases: Object.fromEntries(cases), ratios, cpuRatios };
  console.log(JSON.stringify({ ...all, ...(streams ? { streams } : {}), limits, pass }));
  return pass;
}

interface Limit {
  name: string;
  value: number;
  limit: string;
  pass: boolean;
}

function median(numbers: number[]): number | null {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? null;
}
