// The scripts that wake what can be filled in and pressed on pages without Next's own (src/ui/island). The build has named
// each by the folder of its islands and by what is in it.
import { readdirSync } from "node:fs";

/** Addresses, by name. */
export type IslandScripts = ReadonlyMap<string, string>;

/** What the build left in `folder`, which is served below /_next/static. */
export function readIslandScripts(folder: string): IslandScripts {
  const files = readdirSync(folder).flatMap((file) => {
    const [, name] = /^([a-z]+)-\w+\.js$/.exec(file) ?? [];
    return name ? [[name, `/_next/static/islands/${file}`] as const] : [];
  });
  return new Map(files);
}

/** The page with the scripts of the islands in it, which run as soon as it is read; `policy` tells its nonce. */
export function withIslandScripts(html: string, scripts: IslandScripts, policy: string): string {
  const wanted = Array.from(scripts).filter(([name]) => html.includes(` data-island="${name}/`));
  const nonce = /'nonce-([\w+/=-]+)'/.exec(policy)?.[1];
  const tags = wanted.map(
    ([, address]) => `<script defer data-own="" src="${address}"${nonce ? ` nonce="${nonce}"` : ""}></script>`,
  );
  return html.replace("</head>", () => `${tags.join("")}</head>`);
}
