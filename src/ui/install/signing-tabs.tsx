import { signInCSharp, signInGo, signInJava, signInRust } from "./signing-compiled";
import { signInNode, signInPhp, signInPython, signInRuby } from "./signing-scripts";
import { type SnippetFacts, signedInPage } from "./snippets";
import { CodeTabs } from "./ways-in";

const STANDARD = "Standard library: nothing to install";

/** The endpoint that signs who the visitor is, in the server's language, and the page that asks it. */
export function SigningTabs({ facts }: { facts: SnippetFacts }) {
  return (
    <CodeTabs
      label="Sign a token on your server"
      ways={[
        ["node", "Node.js", STANDARD, "js", signInNode(facts)],
        ["python", "Python", STANDARD, "python", signInPython(facts)],
        ["php", "PHP", STANDARD, "php", signInPhp(facts)],
        ["ruby", "Ruby", STANDARD, "ruby", signInRuby(facts)],
        ["go", "Go", STANDARD, "go", signInGo(facts)],
        ["java", "Java", STANDARD, "java", signInJava(facts)],
        ["csharp", "C#", STANDARD, "csharp", signInCSharp(facts)],
        ["rust", "Rust", "cargo add jsonwebtoken serde", "rust", signInRust(facts)],
        ["page", "On the page", "Renewed by itself before it expires", "html", signedInPage(facts)],
      ]}
    />
  );
}
