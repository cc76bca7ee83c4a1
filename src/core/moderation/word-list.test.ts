import { describe, expect, test } from "vitest";
import { openModerator } from "@/provider/moderator";
import { compileWords } from "./word-list";

describe("a tenant's words", () => {
  const find = compileWords(["Acme", "free money", "straße", "c++", "a|b", ".*"]);

  test.each([
    ["What does Acme cost?", "acme"],
    ["ＡＣＭＥ?", "acme"],
    ["a\u200bc\u200dm\u00ade", "acme"],
    ["a\u2060c\ufeffme!", "acme"],
    ["FREE\n  money", "free money"],
    ["STRASSE", "strasse"],
    ["I write C++ and", "c++"],
    ["𝐚𝐜𝐦𝐞", "acme"],
    ["ACMÉ acme", "acme"],
  ])("%j is found", (text, word) => {
    expect(find(text)).toBe(word);
  });

  test.each(["acmes and macme", "freemoney", "anything", "a b", ""])("%j is fine", (text) => {
    expect(find(text)).toBeNull();
  });

  test("none are found in an empty list, nor in one of invisible words", () => {
    expect(compileWords([])("anything")).toBeNull();
    expect(compileWords(["\u200b", "  "])("any thing")).toBeNull();
  });

  test("are found in time in a long text, whatever the list", () => {
    const many = compileWords(Array.from({ length: 500 }, (_, i) => `${"a".repeat(90)}${i}`));
    const before = performance.now();
    expect(many("a".repeat(8000))).toBeNull();
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe("the local list", () => {
  const { isObscene } = openModerator({});
  test.each([
    "fuck you",
    "this is fucking broken",
    "FUUUCKKK",
    "you b1tch",
    "motherfucker!",
    "ａｓｓｈｏｌｅ",
    "you assholes",
  ])("%j is flagged", (text) => {
    expect(isObscene(text)).toBe(true);
  });
  test.each([
    "How do I return a shuttlecock I bought in Scunthorpe?",
    "My class assignment about cockpit analysis is at 5 pm; where do I pass it in?",
    "Where is my parcel?",
    "Quiero analizar mis datos: ¿dónde está el análisis?",
    "It fails in packages/utils/node and docs/util/decode.md.",
    "Anthony Fu <https://example.com> told me to use tsconfck.",
    "The cocktail party in Essex was fantastic, Dickinson said.",
    "Do you sell cumin, shiitake and titanium pans?",
  ])("%j is fine", (text) => {
    expect(isObscene(text)).toBe(false);
  });
});
