import { expect, test } from "vitest";
import { toForecast } from "./forecast";

const at = (text: string) => Date.parse(text);

test("goes on at the rate so far", () => {
  expect(toForecast(1000, 10_000, at("2026-04-11T00:00:00Z"))).toEqual({ messages: 3000, spentOn: null });
  expect(toForecast(1000, 1500, at("2026-04-11T00:00:00Z"))).toEqual({ messages: 3000, spentOn: "2026-04-16" });
});

test("says nothing of a month's first day, and that a spent quota is spent", () => {
  expect(toForecast(5, 10, at("2026-04-01T23:00:00Z"))).toBeNull();
  expect(toForecast(10, 10, at("2026-04-11T00:00:00Z"))).toMatchObject({ spentOn: "2026-04-11" });
  expect(toForecast(0, 10, at("2026-04-11T00:00:00Z"))).toEqual({ messages: 0, spentOn: null });
});
