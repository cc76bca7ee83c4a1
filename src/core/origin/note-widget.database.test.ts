import { expect, test } from "vitest";
import { flushObservations } from "@/core/observation/observation";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { listOrigins } from "./list-origins";

const ORIGIN = "https://www.example.com";
let ahead = 0;
const product = freshProduct(() => Date.now() + ahead);
const gateway = freshGateway(product);

async function begin() {
  const tenant = await freshTenant(product, [ORIGIN]);
  const ask = (path: string, origin = ORIGIN) => call(gateway, "GET", `${path}siteKey=${tenant.siteKey}`, { origin });
  const origin = async () => {
    await flushObservations(product);
    return (await listOrigins(tenant.owner))[0];
  };
  return { ask, origin };
}

test("an origin has the version of the widget that came from it last", async () => {
  const { ask, origin } = await begin();
  expect(await origin()).toMatchObject({ widgetVersion: null, widgetSeenAt: null });
  expect((await ask("/widget?")).status).toBe(200);
  expect(await origin()).toMatchObject({ widgetVersion: null, widgetSeenAt: null });
  expect((await ask("/widget?version=1.2.3&")).status).toBe(200);
  expect(await origin()).toMatchObject({ widgetVersion: "1.2.3", widgetSeenAt: expect.any(Date), blockedBy: null });
  await ask("/widget?version=1.2.4&");
  expect(await origin()).toMatchObject({ widgetVersion: "1.2.4" });
});

test("what a page's policy forbids is told beside the origin, and a widget that got through is newer", async () => {
  const { ask, origin } = await begin();
  expect((await ask("/widget/blocked?directive=connect-src&version=1.2.3&")).status).toBe(204);
  expect(await origin()).toMatchObject({ widgetVersion: "1.2.3", blockedBy: "connect-src", widgetSeenAt: null });
  // Whoever mends it looks at once, and may have looked just before it broke.
  await ask("/widget?version=1.2.3&");
  await origin();
  ahead += 1000;
  await ask("/widget/blocked?directive=connect-src&version=1.2.3&");
  await origin();
  ahead += 1000;
  await ask("/widget?version=1.2.3&");
  const { blockedAt, widgetSeenAt } = (await origin()) ?? {};
  expect(widgetSeenAt?.getTime()).toBeGreaterThan(blockedAt?.getTime() ?? Number.POSITIVE_INFINITY);
});

test("nobody writes what they like, and an unlisted origin writes nothing", async () => {
  const { ask, origin } = await begin();
  for (const bad of ["version=%3Cb%3E", `version=${"1".repeat(41)}`])
    expect((await ask(`/widget?${bad}&`)).status, bad).toBe(400);
  for (const bad of ["directive=Connect%20Src&", "directive=%0aevil&"])
    expect((await ask(`/widget/blocked?${bad}`)).status, bad).toBe(400);
  expect((await ask("/widget/blocked?directive=img-src&", "https://evil.example")).status).toBe(403);
  expect(await origin()).toMatchObject({ widgetVersion: null, blockedBy: null });
});
