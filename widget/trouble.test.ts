import { expect, test } from "vitest";
import { sentenceOf, settingOf } from "./extra/mend";
import { failureEnglish } from "./failure-words";
import { overlay } from "./labels";
import { failureOf, newFailure, toFailure } from "./talk/failure";
import { diagnose } from "./trouble";

const words = failureEnglish;
const docs = (code: string) => `https://host/docs/errors/${code}`;

test("each code has its own sentence; other codes speak by their status", () => {
  for (const [code, sentence] of Object.entries(words)) expect(sentenceOf(newFailure(code, 418), words)).toBe(sentence);
  expect(sentenceOf(newFailure("token_invalid", 401), words)).toBe("Session expired. Please try again.");
  expect(sentenceOf(newFailure("", 403), words)).toBe("This domain is not authorized to use this chat service.");
  expect(sentenceOf(newFailure("", 404), words)).toBe("Chat service is currently unavailable.");
  // A refusal that is no matter of the domain does not say that it is one.
  for (const code of ["tenant_mismatch", "scope_refused"])
    expect(sentenceOf(newFailure(code, 403), words)).toBe("Chat service is currently unavailable.");
  expect(sentenceOf(newFailure("challenge_required", 403), words)).toBeUndefined();
  expect(sentenceOf(newFailure("origin_missing", 403), words)).toBe(
    "This domain is not authorized to use this chat service.",
  );
  for (const code of ["", "constructor", "__proto__", "title", "toString"]) {
    expect(sentenceOf(newFailure(code, 500), words)).toBeUndefined();
  }
});

test("a page's own words replace ours, nothing else gets in", () => {
  const own = overlay(words, { rate_limited: "Doucement.", too_large: 7, toString: "x", nonsense: "x" });
  expect(sentenceOf(newFailure("rate_limited"), own)).toBe("Doucement.");
  expect(own.too_large).toBe(words.too_large);
  expect(Object.keys(own)).toEqual(Object.keys(words));
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
  expect(failureOf(problem, 403)).toMatchObject({
    code: "origin_not_allowed",
    detail: "d",
    problem: { requestId: "r" },
  });
  for (const body of [undefined, null, [], "x", 7]) {
    expect(failureOf(body, 502)).toMatchObject({ code: "", status: 502 });
  }
});

test("a diagnosis names cause, setting and link, whatever was thrown", () => {
  expect(diagnose(newFailure("origin_not_allowed", 403, "why"), docs)).toMatchObject({
    cause: "why",
    link: "https://host/docs/errors/origin_not_allowed",
  });
  const refused = failureOf({ code: "token_expired", type: "https://host/x", requestId: "r" }, 401);
  expect(diagnose(refused, docs)).toMatchObject({
    link: "https://host/x",
    requestId: "r",
  });
  expect(settingOf("origin_not_allowed")).toBe("Console → Origins");
  expect(settingOf("token_expired")).toBe("option onTokenRefresh");
  expect(settingOf("unexpected")).toBe("");
  expect(toFailure("odd")).toMatchObject({ code: "unexpected", detail: "odd" });
});
