// What is shown first, and when: words as they come while unbacked sentences are marked, and a whole checked sentence while
// they are left out. How many milliseconds we add is measured by bench/first-word.ts.
import { afterAll, describe, expect, test } from "vitest";
import { providers } from "@/core/answerer/language-model";
import { updateAnswerer } from "@/core/answerer/update-answerer";
import { addTextSource } from "@/core/source/add-text-source";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { readStream } from "../../../tests/read-stream";
import { openModel } from "../../../tests/stand-in-model";

const model = await openModel();
process.env.GATEHOUSE_FETCH_ALLOW = model.host;
const product = freshProduct();
const gateway = freshGateway(product);
afterAll(() => model.close());
const TEXT = "You can return any item within 30 days of delivery.";
const PAUSE_MS = 600;
const pieces = ["You can return any ", "item within 30 days of delivery [1]. ", "Bye."];

describe.each(providers)("%s", (provider) => {
  test.each([
    { unsupported: "mark", first: "You can return any", saidMs: 0 },
    { unsupported: "strip", first: `${TEXT} [1]`, saidMs: 2 * PAUSE_MS },
  ] as const)("$unsupported: first comes “$first”", async ({ unsupported, first, saidMs }) => {
    const { owner, siteKey } = await freshTenant(product);
    await updateAnswerer(owner, { provider, model: "m", baseUrl: model.url, unsupported });
    await addTextSource(owner, { title: "Returns", text: TEXT });
    model.says = () => ({ pieces, pauseMs: PAUSE_MS });
    const headers = { accept: "text/event-stream" };
    const body = { siteKey, message: "Within how many days can I return an item?" };
    const { events, arrivals } = await readStream(await call(gateway, "POST", "/conversations", { body, headers }));
    const at = events.findIndex(({ name }) => name === "message.delta");
    expect(events[at]?.data.text).toBe(first);
    // Before the model goes on, and not before the sentence is whole.
    const untilEnd = (arrivals.at(-1) ?? 0) - (arrivals[at] ?? 0);
    expect(untilEnd).toBeGreaterThan(3 * PAUSE_MS - saidMs - PAUSE_MS / 2);
  });
});
