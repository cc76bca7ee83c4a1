// What stands over a page or in its place – dialogs, menus, the palette, empty lists, the 404 page – by axe in both themes.
import type { Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { createTenant } from "@/core/tenant/create-tenant";
import { openDesk } from "./desk";
import { type Furnished, furnish } from "./furnish";
import { overflowing, shoot, turn, violations } from "./look";
import { pagesOf } from "./pages-of";
import { places } from "./places";

const desk = openDesk();
const pages = pagesOf(desk);
let furnished: Furnished;
let emptyId: string;
beforeAll(async () => {
  furnished = await furnish(desk);
  emptyId = (await createTenant(desk.account, { name: "Empty Shop", origins: [] })).tenantId;
});

async function judge(page: Page, name: string): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    await turn(page, theme);
    expect.soft(await violations(page), `${name} ${theme}`).toEqual([]);
    await shoot(page, `layer-${name}-${theme}`);
  }
  expect.soft(await overflowing(page), `${name}: overflow`).toEqual([]);
}

const toName = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, "-");

const dialogs: [end: string, button: string | RegExp][] = [
  ["/keys", "Rotate…"],
  ["/keys", "Extend…"],
  ["/keys", "Retire now"],
  ["/keys", "It leaked…"],
  ["/keys", "Rotate site key…"],
  ["/keys", "Disable"],
  ["/keys", "Create key…"],
  ["/keys", "Revoke"],
  ["/keys", "End all…"],
  ["/team", "Invite…"],
  ["/team", "Make owner…"],
  ["/team", "Remove"],
  ["/team", "Delete tenant…"],
  ["/origins", /^Change /],
  ["/knowledge", /^Remove /],
  ["/knowledge/unanswered", "Answer this"],
  ["/behaviour", "Add webhook"],
  ["/behaviour", "Deliveries"],
];

test.each(dialogs)("the dialog of %s: %s", async (end, button) => {
  const page = await pages.open(end);
  await page.getByRole("button", { name: button, exact: true }).first().click();
  await page.getByRole("dialog").waitFor();
  await judge(page, toName(`dialog-${end}-${button}`));
});

test.each(["Change…", "Set up…", "Delete account…", "Leave…"])("the account's %s", async (button) => {
  const page = await pages.open("/account", true);
  await page.getByRole("button", { name: button, exact: true }).first().click();
  await page.waitForLoadState("networkidle");
  await judge(page, toName(`account-${button}`));
});

test("menus: the account's, the tenants', and a conversation's with its dialogs", async () => {
  const page = await pages.open("/origins");
  for (const name of [/^Account/, /Switch tenant/]) {
    await page.getByRole("button", { name }).first().click();
    await page.getByRole("menu").waitFor();
    await judge(page, toName(`menu-${name.source}`));
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
  }
  const conversation = await pages.open(`/conversations/${furnished.conversationId}`);
  await conversation.getByText("What was retrieved").first().click();
  await judge(conversation, "retrieved");
  for (const item of ["Erase conversation…", "Erase visitor everywhere…"]) {
    await conversation.getByRole("button", { name: "More" }).click();
    await conversation.getByRole("menu").waitFor();
    await judge(conversation, "menu-conversation");
    await conversation.getByRole("menuitem", { name: item }).click();
    await conversation.getByRole("dialog").waitFor();
    await judge(conversation, toName(`dialog-${item}`));
    await conversation.getByRole("button", { name: "Cancel" }).click();
  }
});

test("the palette, with something found and with nothing", async () => {
  const page = await pages.open("");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").waitFor();
  await judge(page, "palette");
  await page.getByRole("combobox").fill("zzzzz");
  await judge(page, "palette-nothing");
});

test("answers of the playground and of the token inspector", async () => {
  const page = await pages.open("/playground");
  await page.getByLabel("Question", { exact: true }).fill("How long can I return an item?");
  await page.getByRole("radio", { name: /^A signed-in user/ }).check();
  await judge(page, "playground-identity");
  await page.getByRole("radio", { name: /^Anonymous/ }).check();
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await page.getByText("Passages found").waitFor();
  await judge(page, "playground-answer");
});

const emptyPlaces = places.filter(
  ({ folder }) => folder.startsWith("(console)") && !/\[(source|conversation)\]/.test(folder),
);
test.each(emptyPlaces)("$folder of a tenant that has nothing", async ({ address, live }) => {
  const page = await pages.context.newPage();
  const end = address({ ...desk, tenantId: emptyId }, furnished);
  await page.goto(desk.url + end, { waitUntil: live ? "load" : "networkidle" });
  if (live) await page.waitForTimeout(500);
  await judge(page, toName(`empty${end.replace(emptyId, "")}`));
});

test.each(["/nothing-here", "/ten_0000000000000000000000", "/docs/errors/none"])("%s is the 404 page", async (path) => {
  const page = await pages.context.newPage();
  expect((await page.goto(desk.url + path, { waitUntil: "networkidle" }))?.status()).toBe(404);
  await judge(page, toName(`404${path}`));
});
