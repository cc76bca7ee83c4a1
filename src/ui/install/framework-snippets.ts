// The same for pages that a framework or a system makes.
import { dataAttributes, initOptions, type SnippetFacts } from "./snippets";

export function reactComponent(facts: SnippetFacts): string {
  return `// In index.html, before your own script:
//   <script src="${facts.publicUrl}/widget/v1.js" defer></script>
import { useEffect } from "react";

export function SupportChat() {
  useEffect(() => {
    // Strict mode runs effects twice: init, destroy, init. That is fine.
    const chat = window.Gatehouse.init({ ${initOptions(facts)} });
    return () => chat.destroy();
  }, []);
  return null;
}
`;
}

export function vueComponent(facts: SnippetFacts): string {
  return `<!-- In index.html, before your own script:
     <script src="${facts.publicUrl}/widget/v1.js" defer></script> -->
<script setup>
import { onBeforeUnmount, onMounted } from "vue";

let chat;
onMounted(() => {
  chat = window.Gatehouse.init({ ${initOptions(facts)} });
});
onBeforeUnmount(() => chat?.destroy());
</script>

<template><slot /></template>
`;
}

export function nextLayout(facts: SnippetFacts): string {
  return `import Script from "next/script";

export default function RootLayout({ children }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Script src="${facts.publicUrl}/widget/v1.js" ${dataAttributes(facts)} strategy="afterInteractive" />
      </body>
    </html>
  );
}
`;
}

export function wordPressPlugin(facts: SnippetFacts): string {
  return `<?php
/**
 * Plugin Name: Support chat
 */
add_action('wp_enqueue_scripts', function () {
    wp_enqueue_script('gatehouse', '${facts.publicUrl}/widget/v1.js', [], null, ['strategy' => 'defer']);
});

add_filter('script_loader_tag', function ($tag, $handle) {
    if ($handle !== 'gatehouse') {
        return $tag;
    }
    return str_replace(' src=', ' ${dataAttributes(facts)} src=', $tag);
}, 10, 2);
`;
}
