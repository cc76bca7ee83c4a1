import fc from "fast-check";
import { expect, test } from "vitest";
import { createEventStreamReader } from "./event-stream";

function read(pieces: string[]) {
  const events: [string, string][] = [];
  const reader = createEventStreamReader((name, data) => events.push([name, data]));
  for (const piece of pieces) reader.push(piece);
  return events;
}

test("names, several data lines, comments, fields without a colon", () => {
  expect(read([": ping\n\nevent: a\nid: 1\ndata: one\ndata:two\ndata\n\ndata: x\n\n"])).toEqual([
    ["a", "one\ntwo\n"],
    ["message", "x"],
  ]);
});

test("only one space after the colon is dropped", () => {
  expect(read(["data:  x\n\n"])).toEqual([["message", " x"]]);
});

test("an event the end cuts off is dropped", () => {
  expect(read(["data: whole\n\ndata: half\n"])).toEqual([["message", "whole"]]);
});

test("cut anywhere, with any line ends, the same events come out", () => {
  const line = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/[\r\n\uFEFF]/g, " "));
  const event = fc.record({
    name: line.map((name) => name.trim()),
    data: fc.array(line, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(
      fc.array(event),
      fc.constantFrom("\n", "\r", "\r\n"),
      fc.infiniteStream(fc.nat(7)),
      (events, end, cuts) => {
        const lines = events.flatMap(({ name, data }) => [`event: ${name}`, ...data.map((one) => `data: ${one}`), ""]);
        let rest = lines.map((one) => one + end).join("");
        const pieces: string[] = [];
        for (const cut of cuts) {
          if (!rest) break;
          pieces.push(rest.slice(0, cut));
          rest = rest.slice(cut);
        }
        expect(read(pieces)).toEqual(events.map(({ name, data }) => [name || "message", data.join("\n")]));
      },
    ),
  );
});
