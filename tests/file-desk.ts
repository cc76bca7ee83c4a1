// A tenant that takes files, a visitor in a conversation, and what they send into it.
import type { Product } from "@/core/product";
import { updateTenant } from "@/core/tenant/update-tenant";
import { call, freshGateway } from "./fresh-gateway";
import { type FreshTenant, freshTenant } from "./fresh-tenant";

export const origin = "https://www.example.com";

export function openFileDesk(product: Product) {
  const gateway = freshGateway(product);
  return {
    gateway,
    /** A tenant with files switched on. */
    async open(more: object = {}) {
      const made = await freshTenant(product, [origin]);
      await updateTenant(made.owner, { filesOn: true, ...more });
      return made;
    },
    /** The path of a new conversation. */
    async begin({ siteKey }: FreshTenant) {
      const begun = await call(gateway, "POST", "/conversations", { body: { siteKey, message: "Hello?" } });
      return `/conversations/${(await begun.json()).conversationId}`;
    },
    send(to: string, bytes: Uint8Array | string, name = "a.png", more: { field?: string; type?: string } = {}) {
      const form = new FormData();
      const part = typeof bytes === "string" ? bytes : new Uint8Array(bytes);
      form.append(more.field ?? "file", new Blob([part], { type: more.type ?? "application/octet-stream" }), name);
      return call(gateway, "POST", `${to}/files`, { form });
    },
    follow: (url: string) => gateway.request(url),
  };
}

/** Status and code of a refusal. */
export const code = async (response: Response) => `${response.status} ${(await response.json()).code}`;
