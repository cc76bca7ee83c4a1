// React: one component, anywhere in the tree. Put the script in your page first:
//   <script src="https://YOUR-HOST/widget/v1.js" defer></script>
import { useEffect } from "react";
import type { GatehouseOptions } from "../../widget/gatehouse"; // your copy of gatehouse.d.ts

export function SupportChat(options: GatehouseOptions) {
  const { siteKey, apiUrl, locale } = options;
  useEffect(() => {
    // Strict mode runs effects twice: init, destroy, init. That is fine.
    const chat = window.Gatehouse.init({ siteKey, apiUrl, locale });
    return () => chat.destroy();
  }, [siteKey, apiUrl, locale]);
  return null;
}
