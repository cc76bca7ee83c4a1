import { type BundledLanguage, codeToTokens } from "shiki";

export type Language =
  | "html"
  | "js"
  | "jsx"
  | "tsx"
  | "vue"
  | "svelte"
  | "python"
  | "php"
  | "ruby"
  | "go"
  | "java"
  | "csharp"
  | "rust"
  | "bash"
  | "http"
  | "json";

export interface CodeToken {
  text: string;
  /** CSS colour that follows the colour scheme. */
  colour: string | undefined;
}

/** Code → lines of coloured pieces. On the server only: the grammars stay there. */
export async function highlight(code: string, language: Language): Promise<CodeToken[][]> {
  const { tokens } = await codeToTokens(code, {
    lang: language satisfies BundledLanguage,
    themes: { light: "github-light-high-contrast", dark: "github-dark-default" },
    defaultColor: "light-dark()",
  });
  return tokens.map((line) => line.map(({ content, htmlStyle }) => ({ text: content, colour: htmlStyle?.color })));
}
