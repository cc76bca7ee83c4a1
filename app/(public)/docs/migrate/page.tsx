import type { Metadata } from "next";
import { CodeBlock } from "@/ui/part/code-block";
import { DocsPage, DocsSection } from "@/ui/public/docs-page";
import { DocsTable } from "@/ui/public/docs-table";
import { load } from "../../../caller";

export const metadata: Metadata = { title: "Migrate" };

const names = [
  ["<spectrum-chat>", "the same element as `<gatehouse-chat>`"],
  ["window.SpectrumChatConfig", "read like `window.GatehouseConfig`"],
  ["window.SpectrumChatGlobal", "the running widget"],
  ["AISupportWidget", "the same object as `Gatehouse`"],
  ["tenant-id, tenantId", "accepted wherever the site key is"],
  ["api-url", "its trailing `/conversations` is understood"],
  ["POST /api/v1/sessions, /conversations", "the same requests and answers, errors as `application/problem+json`"],
];

export default async function MigratePage() {
  const { publicUrl } = await load((caller) => caller.installation.facts());
  const element = `<script src="${publicUrl}/widget/v1.js"></script>
<spectrum-chat
  api-url="${publicUrl}/api/v1/conversations"
  site-key="pub_…"
  title="AI Assistant"
  citations="true">
</spectrum-chat>`;
  const call = `AISupportWidget.init({
  tenantKey: "ten_…",
  jwt,
  onTokenRefresh: fetchToken,
});`;
  return (
    <DocsPage
      title="Migrate"
      lead="From Spectrum Chat or AISupportWidget: change the script’s address and the keys. The rest of your page stays as it is."
    >
      <DocsSection id="spectrum" title="Spectrum Chat">
        <CodeBlock language="html" caption="Your page, with two lines changed" code={element} />
      </DocsSection>
      <DocsSection id="aisupportwidget" title="AISupportWidget">
        <CodeBlock language="js" caption="Unchanged but for the tenant" code={call} />
        <p>
          Identity tokens have the same claims and the same secret handling: HS256, one hour, <code>tenantId</code> and{" "}
          <code>userId</code>.
        </p>
      </DocsSection>
      <DocsSection id="names" title="What your page may still say">
        <DocsTable caption="Older names" head={["Name", "Here"]} rows={names} />
      </DocsSection>
      <DocsSection id="steps" title="In this order">
        <p>
          Make a tenant, list the same origins, add the knowledge, and put the new secret beside the old one on your
          server. Then change the script’s address. Conversations are not carried over.
        </p>
      </DocsSection>
    </DocsPage>
  );
}
