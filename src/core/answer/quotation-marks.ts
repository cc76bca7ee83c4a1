import { detectLanguage, type Language } from "@/store/detect-language";

const MARKS: Partial<Record<Language, readonly [string, string]>> = {
  german: ["„", "“"],
  french: ["« ", " »"],
  spanish: ["«", "»"],
  portuguese: ["“", "”"],
  italian: ["«", "»"],
  arabic: ["«", "»"],
  russian: ["«", "»"],
  swedish: ["”", "”"],
  finnish: ["”", "”"],
  danish: ["»", "«"],
};

/** The quotation marks of a text's language; of the question's where the text does not tell it. */
export function toQuotationMarks(text: string, question: string): readonly [open: string, close: string] {
  if (/[\p{sc=Hira}\p{sc=Kana}]/u.test(text)) return ["「", "」"];
  const language = detectLanguage(text) ?? detectLanguage(question);
  return (language && MARKS[language]) || ["“", "”"];
}
