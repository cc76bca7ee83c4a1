// The same for pages that a framework or a system makes.
import type { SnippetFacts } from "./snippets";

export function reactComponent({ publicUrl, siteKey }: SnippetFacts): string {
  return `// In index.html, before your own script:
//   <script src="${publicUrl}/widget/v1.js" defer></script>
import { useEffect } from "react";

export function SupportChat() {
  useEffect(() => {
    // Strict mode runs effects twice: init, destroy, init. That is fine.
    const chat = window.Gatehouse.init({ siteKey: "${siteKey}" });
    return () => chat.destroy();
  }, []);
  return null;
}
`;
}

export function vueComponent({ publicUrl, siteKey }: SnippetFacts): string {
  return `<!-- In index.html, before your own script:
     <script src="${publicUrl}/widget/v1.js" defer></script> -->
<script setup>
import { onBeforeUnmount, onMounted } from "vue";

let chat;
onMounted(() => {
  chat = window.Gatehouse.init({ siteKey: "${siteKey}" });
});
onBeforeUnmount(() => chat?.destroy());
</script>

<template><slot /></template>
`;
}

export function nextLayout({ publicUrl, siteKey }: SnippetFacts): string {
  return `import Script from "next/script";

export default function RootLayout({ children }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Script src="${publicUrl}/widget/v1.js" data-site-key="${siteKey}" strategy="afterInteractive" />
      </body>
    </html>
  );
}
`;
}

export function wordPressPlugin({ publicUrl, siteKey }: SnippetFacts): string {
  return `<?php
/**
 * Plugin Name: Support chat
 */
add_action('wp_enqueue_scripts', function () {
    wp_enqueue_script('gatehouse', '${publicUrl}/widget/v1.js', [], null, ['strategy' => 'defer']);
});

add_filter('script_loader_tag', function ($tag, $handle) {
    if ($handle !== 'gatehouse') {
        return $tag;
    }
    return str_replace(' src=', ' data-site-key="${siteKey}" src=', $tag);
}, 10, 2);
`;
}
