import type { Metadata } from "next";
import Link from "next/link";
import { customElement, initCall, scriptTag } from "@/ui/install/snippets";
import { CodeBlock } from "@/ui/part/code-block";
import { DocsPage, DocsSection } from "@/ui/public/docs-page";
import { DocsTable } from "@/ui/public/docs-table";
import { widgetEvents, widgetMethods, widgetOptions } from "@/ui/public/widget-words";
import { load } from "../../../caller";

export const metadata: Metadata = { title: "Widget" };

export default async function WidgetPage() {
  const { publicUrl } = await load((caller) => caller.installation.facts());
  const facts = { publicUrl, siteKey: "pub_…", tenantId: "ten_…" };
  return (
    <DocsPage
      title="Widget"
      lead="One script without dependencies: one global, one custom element, one shadow root. It stores nothing and asks nothing before a visitor opens it."
    >
      <DocsSection id="install" title="Install">
        <p>
          Any of these; <Link href="/docs/examples">examples</Link> shows frameworks.
        </p>
        <CodeBlock language="html" caption="Script tag" code={scriptTag(facts)} />
        <CodeBlock language="html" caption="Custom element" code={customElement(facts)} />
        <CodeBlock language="html" caption="init()" code={initCall(facts)} />
      </DocsSection>
      <DocsSection id="options" title="Options">
        <p>
          As properties of <code>init</code>, as attributes of the element (<code>site-key</code>), or as{" "}
          <code>data-</code> attributes of the script. What the page says wins over the console, except for what the
          tenant demands.
        </p>
        <DocsTable caption="Options" head={["Option", "What it does"]} rows={widgetOptions} />
      </DocsSection>
      <DocsSection id="methods" title="Methods">
        <p>
          Of <code>window.Gatehouse</code>, also named <code>AISupportWidget</code>. None throws into your page; calls
          made before the script has loaded are kept. Types: <a href="/widget/gatehouse.d.ts">gatehouse.d.ts</a>.
        </p>
        <DocsTable caption="Methods" head={["Method", "What it does"]} rows={widgetMethods} />
      </DocsSection>
      <DocsSection id="events" title="Events">
        <DocsTable caption="Events" head={["Event", "When"]} rows={widgetEvents} />
      </DocsSection>
    </DocsPage>
  );
}
