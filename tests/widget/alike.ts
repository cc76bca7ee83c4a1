// Does the widget look the same here as there? Pictures of the launcher and the open panel, held against each other.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { page } from "./browser";

/** A channel may differ by this much of 255 before a pixel counts as another: antialiasing moves from run to run. */
const TOLERANCE = 12;

/** What one sees of the widget: the launcher, then the panel with an answer; the host page behind it is left out. */
export async function picture(frame = page.mainFrame()): Promise<Buffer[]> {
  const launcher = frame.locator(".launcher");
  await launcher.waitFor();
  const closed = await launcher.screenshot({ animations: "disabled" });
  await launcher.click();
  await frame.locator("h2").getByText("Example Help").waitFor();
  await frame.locator("textarea").fill("What is your return policy?");
  await frame.locator("textarea").press("Enter");
  await frame.locator(".sources").waitFor();
  await frame.locator("textarea").evaluate((node) => node.blur());
  await frame.page().mouse.move(5, 5);
  await frame.page().waitForTimeout(250);
  const open = await frame.locator(".panel").screenshot({ animations: "disabled", caret: "hide" });
  return [closed, open];
}

/** Share of the pixels that differ; 1 when the pictures are not of one size. Keeps both for whoever has to look. */
export async function difference(name: string, one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((png) => sharp(png).flatten().raw().toBuffer({ resolveWithObject: true })),
  );
  const share =
    a && b && a.info.width === b.info.width && a.info.height === b.info.height ? compare(a.data, b.data) : 1;
  if (share > 0 && process.env.PICTURES) {
    await writeFile(path.join(process.env.PICTURES, `${name}-expected.png`), one);
    await writeFile(path.join(process.env.PICTURES, `${name}-seen.png`), other);
  }
  return share;
}

function compare(a: Buffer, b: Buffer): number {
  let different = 0;
  for (let at = 0; at < a.length; at += 3) {
    const isOther = [0, 1, 2].some((channel) => Math.abs((a[at + channel] ?? 0) - (b[at + channel] ?? 0)) > TOLERANCE);
    if (isOther) different++;
  }
  return different / (a.length / 3);
}
