import type { Metadata } from "next";
import { CodeBlock } from "@/ui/part/code-block";
import { DocsPage, DocsSection } from "@/ui/public/docs-page";
import plain from "../../../../docs/examples/plain.html?text";
import react from "../../../../docs/examples/react.tsx?text";
import svelte from "../../../../docs/examples/SupportChat.svelte?text";
import vue from "../../../../docs/examples/SupportChat.vue?text";
import { load } from "../../../caller";

export const metadata: Metadata = { title: "Examples" };

export default async function ExamplesPage() {
  const { publicUrl } = await load((caller) => caller.installation.facts());
  const filled = (source: string) =>
    source.trim().replaceAll("https://YOUR-HOST", publicUrl).replace("../../widget/gatehouse", "./gatehouse");
  return (
    <DocsPage
      title="Examples"
      lead="init() starts the widget, destroy() takes it off the page; both may be called at any time. These are the files our tests build and open in a browser."
    >
      <DocsSection id="plain" title="A plain page">
        <CodeBlock language="html" caption="index.html" code={filled(plain)} />
      </DocsSection>
      <DocsSection id="react" title="React and Next.js">
        <p>
          Put the component into the layout, so that the conversation stays open from page to page. Its types are in{" "}
          <a href="/widget/gatehouse.d.ts">gatehouse.d.ts</a>.
        </p>
        <CodeBlock language="tsx" caption="support-chat.tsx" code={filled(react)} />
      </DocsSection>
      <DocsSection id="vue" title="Vue">
        <CodeBlock language="vue" caption="SupportChat.vue" code={filled(vue)} />
      </DocsSection>
      <DocsSection id="svelte" title="Svelte">
        <CodeBlock language="svelte" caption="SupportChat.svelte" code={filled(svelte)} />
      </DocsSection>
    </DocsPage>
  );
}
