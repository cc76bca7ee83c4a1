// Built or parsed: nothing on the Install page that its own language would refuse. Those that can be run here
// are run in tests/snippets.database.test.ts.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { Language, type Node, Parser } from "@vscode/tree-sitter-wasm";
import { transform } from "esbuild";
import { describe, expect, test } from "vitest";
import { compileScript, parse } from "vue/compiler-sfc";
import { nextLayout, reactComponent, vueComponent, wordPressPlugin } from "./framework-snippets";
import { signInCSharp, signInGo, signInJava, signInRust } from "./signing-compiled";
import { signInNode, signInPhp, signInPython, signInRuby } from "./signing-scripts";
import {
  customElement,
  initCall,
  pinnedTag,
  policyLines,
  type SnippetFacts,
  scriptTag,
  signedInPage,
  tagManager,
} from "./snippets";

const facts = { publicUrl: "https://chat.example.com", siteKey: "pub_shop_x", tenantId: "ten_x" };
const german = { ...facts, locale: "de" };
const pinned = { file: "0123456789abcdef.js", integrity: `sha384-${createHash("sha384").digest("base64")}` };

describe("frameworks", () => {
  const scripts = {
    react: reactComponent(facts),
    "react in German": reactComponent(german),
    next: nextLayout(facts),
    "next in German": nextLayout(german),
    node: signInNode(facts),
  };
  test.each(Object.entries(scripts))("%s is built", async (_, code) => {
    const built = await transform(code, { loader: "jsx", jsx: "automatic", format: "esm" });
    expect(built.warnings).toEqual([]);
    expect(built.code).toContain("export");
  });

  test.each([facts, german])("a Vue component is compiled", async (said) => {
    const { descriptor, errors } = parse(vueComponent(said), { filename: "SupportChat.vue" });
    expect(errors).toEqual([]);
    const { content } = compileScript(descriptor, { id: "x", inlineTemplate: true });
    expect((await transform(content, { loader: "js" })).code).toContain("pub_shop_x");
  });
});

const pagesOf = (said: SnippetFacts) => ({
  script: scriptTag(said),
  pinned: pinnedTag(said, pinned),
  element: customElement(said),
  init: initCall(said),
  gtm: tagManager(said),
  page: signedInPage(said),
});

test("a language that the tenant chose is said by every way in, and by none where the page's own is followed", () => {
  const sayings = (said: SnippetFacts) => {
    const frameworks = [reactComponent(said), vueComponent(said), nextLayout(said), wordPressPlugin(said)];
    return [...Object.values(pagesOf(said)), ...frameworks].map((code) => /locale.*"de"/.test(code));
  };
  expect(new Set(sayings(german))).toEqual(new Set([true]));
  expect(new Set(sayings({ ...facts, locale: null }))).toEqual(new Set([false]));
});

describe("pages", () => {
  test.each([facts, german].flatMap((said) => Object.entries(pagesOf(said))))(
    "%s: each script in it is one, from our host",
    async (_, html) => {
      for (const [, attributes = "", body = ""] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
        await transform(body, { loader: "js" });
        const source = /src="([^"]*)"/.exec(attributes)?.[1];
        if (source) expect(new URL(source).origin).toBe(facts.publicUrl);
        else expect(body.trim()).not.toBe("");
      }
    },
  );

  test("a policy of exactly what the widget needs", () => {
    const directives = policyLines(facts)
      .split("\n")
      .slice(1)
      .map((line) => line.trim().replace(/;$/, ""));
    expect(directives).toEqual(["script-src", "connect-src", "img-src"].map((name) => `${name} ${facts.publicUrl}`));
  });
});

const sources = {
  python: signInPython(facts),
  php: signInPhp(facts),
  ruby: signInRuby(facts),
  go: signInGo(facts),
  java: signInJava(facts),
  csharp: signInCSharp(facts),
  rust: signInRust(facts),
};

/** Each language's own grammar, as tree-sitter has it. */
function grammarOf(language: keyof typeof sources): Promise<Language> {
  const file = `tree-sitter-${language === "csharp" ? "c-sharp" : language}.wasm`;
  return Language.load(createRequire(import.meta.url).resolve(`@vscode/tree-sitter-wasm/wasm/${file}`));
}

/** Where the code is no program of its language: the lines that the parser could make nothing of, or missed something in. */
async function parseFaults(language: keyof typeof sources, code: string): Promise<string[]> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await grammarOf(language));
  const faults: string[] = [];
  const walk = (node: Node) => {
    if (node.isError || node.isMissing) faults.push(`${node.startPosition.row + 1}: ${node.type} ${node.text}`);
    if (node.hasError) for (const child of node.children) if (child) walk(child);
  };
  const tree = parser.parse(code);
  if (tree) walk(tree.rootNode);
  return tree ? faults : ["not parsed"];
}

test.each(Object.keys(sources) as (keyof typeof sources)[])("a fault in %s is found", async (language) => {
  const code = sources[language];
  const last = Math.max(
    code.lastIndexOf(")"),
    code.lastIndexOf("}"),
    language === "ruby" ? code.lastIndexOf("end") : -1,
  );
  expect(await parseFaults(language, code.slice(0, last) + code.slice(last + 3))).not.toEqual([]);
});

const plugins = [facts, german].map((said) => ["php", wordPressPlugin(said)]);
const all = [...Object.entries(sources), ...plugins] as [keyof typeof sources, string][];
describe.each(all)("%s", (language, code) => {
  test("is a program of its language", async () => {
    expect(await parseFaults(language, code)).toEqual([]);
  });

  test("takes the secret from the environment and carries none", () => {
    if (code.includes("wp_enqueue_script")) return;
    expect(code).toContain("GATEHOUSE_JWT_SECRET");
    expect(code).not.toMatch(/ghs_|GATEHOUSE_JWT_SECRET"?\s*=\s*["'`]/);
    expect(code).toContain("ten_x");
  });
});

const rustfmt = spawnSync("rustfmt", ["--version"]).status === 0;
test.skipIf(!rustfmt)("rust parses", () => {
  const { status, stderr } = spawnSync("rustfmt", ["--edition", "2021"], {
    input: signInRust(facts),
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});
