import { CodeBlock } from "../part/code-block";
import type { Language } from "../part/highlight";
import { Tabs } from "../part/tabs";
import { nextLayout, reactComponent, vueComponent, wordPressPlugin } from "./framework-snippets";
import {
  customElement,
  initCall,
  type PinnedFile,
  pinnedTag,
  type SnippetFacts,
  scriptTag,
  tagManager,
} from "./snippets";

type Way = [id: string, label: string, caption: string, language: Language, code: string];

/** Every way to put the widget on a page, filled in. */
export function WaysIn({ facts, pinned }: { facts: SnippetFacts; pinned: PinnedFile | null }) {
  const ways: Way[] = [
    ["script", "Script tag", "One line, always the newest widget", "html", scriptTag(facts)],
    ...(pinned
      ? [["pinned", "Pinned + SRI", "This build and no other", "html", pinnedTag(facts, pinned)] satisfies Way]
      : []),
    ["element", "Custom element", "Options as attributes", "html", customElement(facts)],
    ["init", "init()", "From your own script", "html", initCall(facts)],
    ["react", "React", "SupportChat.jsx", "jsx", reactComponent(facts)],
    ["vue", "Vue", "SupportChat.vue", "vue", vueComponent(facts)],
    ["next", "Next.js", "app/layout.jsx", "jsx", nextLayout(facts)],
    ["wordpress", "WordPress", "wp-content/plugins/support-chat.php", "php", wordPressPlugin(facts)],
    ["gtm", "Tag Manager", "Custom HTML tag, on all pages", "html", tagManager(facts)],
  ];
  return <CodeTabs label="Ways to install" ways={ways} />;
}

/** Code in one tab each. */
export function CodeTabs({ label, ways }: { label: string; ways: Way[] }) {
  return (
    <Tabs
      label={label}
      tabs={ways.map(([id, name, caption, language, code]) => ({
        id,
        label: name,
        content: <CodeBlock inset caption={caption} language={language} code={code} />,
      }))}
    />
  );
}
