import type { Transaction } from "@/store/database";
import { detectLanguage, type Language, toLanguageOf } from "@/store/detect-language";
import { relexPassages } from "@/store/passage-rows";

/**
 * Has what a source said be found in this language from now on, whatever kind it is and without reading it again; null
 * is the language that each of its pages is told by.
 */
export async function relexSource(tx: Transaction, tenantId: string, source: { id: string; language: string | null }) {
  const passages = await tx.passage.findMany({
    where: { sourceId: source.id },
    select: { id: true, url: true, text: source.language === null },
    orderBy: { position: "asc" },
  });
  const texts = new Map<string | null, string>();
  for (const { url, text = "" } of passages) texts.set(url, `${texts.get(url) ?? ""}\n${text}`);
  const languages = new Map<string | null, Language>();
  for (const [url, text] of texts)
    languages.set(
      url,
      source.language === null ? (detectLanguage(text, 3) ?? "english") : toLanguageOf(source.language),
    );
  for (const language of new Set(languages.values())) {
    const written = passages.filter(({ url }) => languages.get(url) === language);
    await relexPassages(
      tx,
      tenantId,
      written.map(({ id }) => id),
      language,
    );
  }
}
