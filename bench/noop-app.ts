// A Next app with one route that does nothing: how fast anything inside Next can be at most.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";

const root = new URL("..", import.meta.url).pathname.replace(/\/$/, "");
const next = `${root}/node_modules/next/dist/bin/next`;

/** Builds the app where the project's packages are found; returns node's arguments that start it, and how to remove it. */
export function buildNoopApp(): { start(port: number): string[]; remove(): void } {
  const folder = `${root}/dist/bench-noop-${process.pid}`;
  mkdirSync(`${folder}/app/noop`, { recursive: true });
  const files = {
    "package.json": '{"type":"module","private":true}',
    "next.config.mjs": `export default { poweredByHeader: false, outputFileTracingRoot: ${JSON.stringify(root)}, turbopack: { root: ${JSON.stringify(root)} } };`,
    "app/layout.jsx": "export default ({ children }) => <html><body>{children}</body></html>;",
    "app/noop/route.js":
      'export const dynamic = "force-dynamic";\nexport const POST = () => Response.json({ ok: true });',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const built = spawnSync(process.execPath, [next, "build", folder], { env, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`the empty app does not build:\n${built.stdout}\n${built.stderr}`);
  return {
    start: (port) => [next, "start", folder, "-p", String(port)],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
