import { expect, test } from "vitest";
import { overlay } from "../labels";
import { english, failures } from "../words";
import { diagnose } from "./diagnosis";
import { Failure, parseProblem, sentenceOf, toFailure } from "./failure";

const words = english;

test("each code has its own sentence; other codes speak by their status", () => {
  for (const [code, sentence] of Object.entries(failures))
    expect(sentenceOf(new Failure(code, 418), words)).toBe(sentence);
  expect(sentenceOf(new Failure("token_invalid", 401), words)).toBe("Session expired. Please try again.");
  expect(sentenceOf(new Failure("", 403), words)).toBe("This domain is not authorized to use this chat service.");
  expect(sentenceOf(new Failure("", 404), words)).toBe("Chat service is currently unavailable.");
  for (const code of ["", "constructor", "__proto__", "title", "toString"]) {
    expect(sentenceOf(new Failure(code, 500), words)).toBe("An error occurred. Please try again later.");
  }
});

test("a page's own words replace ours, nothing else gets in", () => {
  const own = overlay(english, { network: "Pas de réseau.", send: 7, toString: "x", nonsense: "x" });
  expect(sentenceOf(new Failure("network"), own)).toBe("Pas de réseau.");
  expect(own.send).toBe(english.send);
  expect(Object.keys(own)).toEqual(Object.keys(english));
});

test("problems are read; anything else leaves its status", () => {
  const problem = {
    type: "https://x/docs",
    title: "t",
    status: 403,
    detail: "d",
    code: "origin_not_allowed",
    requestId: "r",
  };
  expect(parseProblem(403, JSON.stringify(problem))).toMatchObject({
    code: "origin_not_allowed",
    detail: "d",
    requestId: "r",
  });
  for (const body of ["", "null", "[]", "<h1>Bad gateway</h1>", '"x"', "7"]) {
    expect(parseProblem(502, body)).toMatchObject({ code: "", status: 502 });
  }
});

test("a diagnosis names cause, setting and link, and nothing when nothing happened", () => {
  expect(diagnose(new Failure("origin_not_allowed", 403, "why"), "https://host/api/v1")).toMatchObject({
    cause: "why",
    setting: "Console → Origins",
    link: "https://host/docs/errors/origin_not_allowed",
  });
  expect(diagnose(null, "https://host/api/v1")).toMatchObject({ code: "", cause: "", link: "" });
  expect(toFailure("odd")).toMatchObject({ code: "unexpected", detail: "odd" });
});
