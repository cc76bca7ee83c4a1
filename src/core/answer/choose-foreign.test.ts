import { expect, test } from "vitest";
import { detectLanguage } from "@/store/detect-language";
import { chooseForeign } from "./choose-foreign";
import { FOREIGN_QUESTIONS } from "./foreign-questions";

const of = (language: keyof typeof FOREIGN_QUESTIONS) => [...FOREIGN_QUESTIONS[language]];

test("questions are in the languages of the passages; one text in another, mistaken perhaps, changes nothing", () => {
  expect(chooseForeign({ english: 30 }, [])).toEqual(of("english"));
  expect(chooseForeign({ english: 30, dutch: 1 }, [])).toEqual(of("english"));
  expect(chooseForeign({ german: 20, english: 20 }, [])).toEqual([...of("german"), ...of("english")]);
});

test("what Postgres has no language for is told by its letters", () => {
  const sample = (text: string) => [{ language: "simple", text }];
  expect(chooseForeign({ simple: 20 }, sample("返品は30日以内にできます。"))).toEqual(of("japanese"));
  expect(chooseForeign({ simple: 20 }, sample("您可以在三十天内退货。"))).toEqual(of("chinese"));
  expect(chooseForeign({ simple: 20 }, sample("30일 이내에 반품할 수 있습니다."))).toEqual(of("korean"));
  expect(
    chooseForeign({ simple: 20 }, sample("Zwroty są możliwe w ciągu trzydziestu dni, także częściowe. Łatwo.")),
  ).toEqual(of("polish"));
});

test("where most passages are in a language without such questions there are none", () => {
  expect(chooseForeign({ armenian: 20, english: 5 }, [])).toEqual([]);
  expect(chooseForeign({ armenian: 5, english: 20 }, [])).toEqual(of("english"));
  expect(chooseForeign({}, [])).toEqual([]);
});

test("the questions of a language read as that language", () => {
  for (const [language, questions] of Object.entries(FOREIGN_QUESTIONS)) {
    const simple = ["polish", "czech", "japanese", "korean", "chinese", "thai", "hebrew"];
    const wanted = simple.includes(language) ? "simple" : language;
    expect(detectLanguage(questions.join(" ")), language).toBe(wanted);
  }
});
