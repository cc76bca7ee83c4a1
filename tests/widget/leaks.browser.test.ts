import { describe, expect, test } from "vitest";
import { ask, expectCitedAnswer, gateway, openBrowser, page, tag, visit } from "./browser";

openBrowser();

describe("over time", () => {
  test("1,000 times open and closed, 200 times begun and ended: nothing is left", async () => {
    await visit(tag());
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
      return (await session.send("Runtime.getHeapUsage")).usedSize;
    };
    const listeners = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "JSEventListeners")?.value ?? 0;
    };
    await session.send("Performance.enable");
    await ask("Hello?");
    await expectCitedAnswer();
    await page.evaluate("for (let i = 0; i < 50; i++) { Gatehouse.close(); Gatehouse.open() }");
    const before = [await heap(), await listeners()] as const;
    await page.evaluate("for (let i = 0; i < 1000; i++) { Gatehouse.close(); Gatehouse.open() }");
    expect(await heap()).toBeLessThan(before[0] + 1_000_000);
    expect(await listeners()).toBeLessThanOrEqual(before[1]);

    const cycle = async (times: number) => {
      await page.evaluate(
        async ([rounds, apiUrl]) => {
          for (let round = 0; round < Number(rounds); round++) {
            window.Gatehouse.destroy();
            window.Gatehouse.init({ siteKey: "pub_x", apiUrl: `${apiUrl}` }).open();
            if (round % 10 === 0) await new Promise((done) => setTimeout(done, 20));
          }
          window.Gatehouse.destroy();
          await new Promise((done) => setTimeout(done, 300));
        },
        [times, gateway.origin] as const,
      );
      return [await heap(), await listeners()] as const;
    };
    const once = await cycle(10);
    const many = await cycle(200);
    expect(many[0]).toBeLessThan(once[0] + 1_000_000);
    expect(many[1]).toBeLessThanOrEqual(once[1]);
  });
});
