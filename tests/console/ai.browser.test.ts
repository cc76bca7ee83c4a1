// Who answers: a model is set up, told how to speak, and asked as a visitor would be.
import { afterAll, beforeAll, expect, test } from "vitest";
import { getAnswerer } from "@/core/answerer/get-answerer";
import { addTextSource } from "@/core/source/add-text-source";
import { identityClaims, signJwt } from "../fresh-gateway";
import { openModel } from "../stand-in-model";
import { openDesk } from "./desk";
import { pagesOf } from "./pages-of";

const model = await openModel();
process.env.GATEHOUSE_FETCH_ALLOW = model.host;
afterAll(() => model.close());
const desk = openDesk();
const pages = pagesOf(desk);
beforeAll(async () => {
  await addTextSource(desk.owner, { title: "Returns", text: "You can return any item within 30 days of delivery." });
});

test("a model is chosen, tested, instructed, asked in the playground as somebody, and left out again", async () => {
  model.says = ({ body }) =>
    /Reply with|OK/.test(body) && !body.includes("30 days")
      ? { pieces: ["OK"] }
      : { pieces: ["You can return any item within 30 days of delivery [1]."] };
  const page = await pages.open("/ai");
  const form = page
    .locator("form")
    .filter({ has: page.getByLabel("Provider").first() })
    .first();
  await form.getByLabel("Provider").selectOption("openai-compatible");
  await form.getByLabel("Model", { exact: true }).fill("stand-in");
  await form.getByLabel("Base address").fill(model.url);
  await form.getByLabel("API key").fill("sk-of-the-tenant-1234");
  await form.getByRole("button", { name: "Save" }).click();
  await expect.poll(async () => (await getAnswerer(desk.owner)).model).toBe("stand-in");
  await page.reload({ waitUntil: "networkidle" });
  expect(await page.content()).not.toContain("sk-of-the-tenant");
  expect(await page.getByLabel("API key").first().inputValue()).toMatch(/^•+1234$/);
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await page.getByText(/stand-in answers, in/).waitFor();
  await page.getByLabel("Instructions").fill("Be brief with our platinum users.");
  await page
    .locator("form")
    .filter({ has: page.getByLabel("Instructions") })
    .getByRole("button", { name: "Save" })
    .click();
  await expect.poll(async () => (await getAnswerer(desk.owner)).instructions).toContain("platinum");

  const play = await pages.open("/playground");
  await play.getByLabel("Question", { exact: true }).fill("Within how many days can I return an item?");
  await play.getByRole("button", { name: "Ask", exact: true }).click();
  await play.getByText("Anonymous").last().waitFor();
  await play.getByText("stand-in").waitFor();
  await play.getByTitle("BM25 score").first().waitFor();
  model.received.length = 0;
  await play.getByLabel(/^A signed-in user/).check();
  const token = play.getByRole("textbox", { name: "Identity token" });
  await token.fill(signJwt(identityClaims(desk.tenantId), "nobody's"));
  await play.getByRole("button", { name: "Ask", exact: true }).click();
  await play.getByText(/The gate would refuse this token/).waitFor();
  expect(model.received).toEqual([]);
  await token.fill(signJwt({ ...identityClaims(desk.tenantId), plan: "platinum" }, desk.jwtSecret));
  await play.getByRole("button", { name: "Ask", exact: true }).click();
  await play.getByText(/plan platinum/).waitFor();
  expect(model.received.at(-1)?.body).toContain("platinum");

  await page.getByLabel("Answer with sentences of your sources only").click();
  await expect.poll(async () => (await getAnswerer(desk.owner)).searchOnly).toBe(true);
  model.received.length = 0;
  await play.getByRole("button", { name: "Ask", exact: true }).click();
  await play.getByText("your sources", { exact: true }).waitFor();
  expect(model.received).toEqual([]);
});
