// What axe finds in the page a test has open.
import { source as axe } from "axe-core";
import { page } from "./browser";

/** Each violation's id with the nodes it is about, once what moves has come to rest. */
export async function violations(): Promise<string[][]> {
  await page.waitForTimeout(250);
  if (!(await page.evaluate("'axe' in window"))) await page.addScriptTag({ content: axe });
  return page.evaluate(async () => {
    const found = await Reflect.get(window, "axe").run({ rules: { region: { enabled: false } } });
    return found.violations.map((one: { id: string; nodes: { html: string }[] }) => [
      one.id,
      ...one.nodes.map((node) => node.html),
    ]);
  });
}
