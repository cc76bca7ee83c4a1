// Knowledge: each kind of source, what can be done with it, what was asked in vain, and the test set.
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tryQuestion } from "@/core/answer/try-question";
import { listGoldenQuestions } from "@/core/golden/list-golden-questions";
import { addTextSource } from "@/core/source/add-text-source";
import { getSource } from "@/core/source/get-source";
import { listSources } from "@/core/source/list-sources";
import { listUnanswered } from "@/core/unanswered/list-unanswered";
import { call, freshGateway } from "../fresh-gateway";
import { openSite, say } from "../stand-in-site";
import { openDesk } from "./desk";
import { pagesOf } from "./pages-of";

const site = await openSite();
process.env.GATEHOUSE_FETCH_ALLOW = site.host;
process.env.GATEHOUSE_CRAWL_PAUSE_MS = "0";
afterAll(() => site.close());
const desk = openDesk();
const pages = pagesOf(desk);

const html = (title: string, text: string, links = "") =>
  say(
    `<html><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p>${links}</main></body></html>`,
  );

beforeAll(() => {
  site.answers.set(
    "/help/",
    html("Help", "All about our looms and how they are cleaned.", '<a href="/help/looms">Looms</a>'),
  );
  site.answers.set("/help/looms", html("Looms", "A loom is cleaned with a dry brush every month."));
  site.answers.set("/alone", html("Opening", "The mill opens at seven in the morning on weekdays."));
});

const dialog = (page: Page) => page.getByRole("dialog");
const row = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) });
const named = async (title: string) => (await listSources(desk.owner, {})).find((source) => source.title === title);
const answer = async (question: string) => (await tryQuestion(desk.owner, { question })).content;

describe("a source is added", () => {
  test("a text, which is asked about at once", async () => {
    const page = await pages.open("/knowledge");
    await page.getByRole("tab", { name: "Text or markdown" }).click();
    await page.getByRole("button", { name: "Add text" }).click();
    await page.getByRole("tabpanel").getByRole("alert").first().waitFor();
    await page.getByLabel("Title").fill("Wool");
    await page.getByLabel("Text", { exact: true }).fill("Our wool comes from sheep of the island of Skerry.");
    await page.getByRole("button", { name: "Add text" }).click();
    await row(page, "Wool").waitFor();
    expect(await answer("Where does your wool come from?")).toContain("island of Skerry");
  });

  test("a question with its answer, changed later", async () => {
    const page = await pages.open("/knowledge");
    await page.getByRole("tab", { name: "Question & answer" }).click();
    await page.getByLabel("Question", { exact: true }).fill("Do you sell buttons?");
    await page.getByLabel("Answer", { exact: true }).fill("Buttons of horn, in three sizes.");
    await page.getByRole("tabpanel").getByRole("button").last().click();
    await row(page, "Do you sell buttons?").getByRole("link").click();
    await page.waitForURL(/\/knowledge\/src_/);
    await page.getByRole("heading", { name: "Question and answer" }).waitFor();
    await page.getByLabel("Answer", { exact: true }).fill("Buttons of horn, in five sizes.");
    await page.getByRole("button", { name: /^Save/ }).click();
    await expect.poll(() => answer("Do you sell buttons?")).toContain("five sizes");
  });

  test("a file", async () => {
    const page = await pages.open("/knowledge");
    await page.getByRole("tab", { name: "Files" }).click();
    await page.getByLabel("Language of the files").selectOption("en");
    const text = "# Dyes\n\nThe blue dye is made of woad that grows behind the mill.";
    await page.locator("input[type=file]").setInputFiles([
      { name: "dyes.md", mimeType: "text/markdown", buffer: Buffer.from(text) },
      { name: "photo.gif", mimeType: "image/gif", buffer: Buffer.from("GIF89a") },
    ]);
    await page.getByText(/^photo\.gif: /).waitFor();
    await expect.poll(() => answer("What is the blue dye made of?"), { timeout: 20_000 }).toContain("woad");
    expect(await named("Dyes")).toMatchObject({ language: "en" });
  });

  test("a page and a whole site, which are read by the worker; read again on a press", async () => {
    const page = await pages.open("/knowledge");
    await page.getByRole("tab", { name: "Web page" }).click();
    await page.getByLabel("Address of the page").fill(`${site.url}/alone`);
    await page.getByRole("button", { name: "Read page" }).click();
    await row(page, "Opening").waitFor({ timeout: 30_000 });
    expect(await answer("When does the mill open?")).toContain("seven");
    site.answers.set("/alone", html("Opening", "The mill opens at eight in the morning on weekdays."));
    await row(page, "Opening").getByRole("button", { name: "Read Opening again" }).click();
    await expect.poll(() => answer("When does the mill open?"), { timeout: 30_000 }).toContain("eight");

    await page.getByRole("tab", { name: "Website" }).click();
    await page.getByLabel("Address of the site").fill(`${site.url}/help/`);
    await page.getByRole("button", { name: "Read site" }).click();
    await expect.poll(() => answer("How is a loom cleaned?"), { timeout: 40_000 }).toContain("dry brush");
    const whole = (await listSources(desk.owner, { kind: "site" }))[0];
    const shown = await pages.open(`/knowledge/${whole?.id}`);
    await shown.getByRole("link", { name: "Looms" }).waitFor();
    await shown.getByRole("link", { name: /^Failed/ }).click();
    await shown.waitForURL(/pages=failed/);
    await shown.getByLabel("Read again", { exact: true }).selectOption("daily");
    await expect.poll(async () => (await getSource(desk.owner, { id: whole?.id ?? "" })).schedule).toBe("daily");
  });
});

describe("a source that is there", () => {
  test("is hidden from citations, given a language, and removed once it is confirmed", async () => {
    const { id } = await addTextSource(desk.owner, {
      title: "Secret recipe",
      text: "Felt is boiled for an hour in rain water.",
    });
    const page = await pages.open(`/knowledge/${id}`);
    await page.getByLabel("Hide from citations").click();
    await expect.poll(async () => (await getSource(desk.owner, { id })).hidden).toBe(true);
    await page.getByLabel("Language").selectOption("de");
    await expect.poll(async () => (await getSource(desk.owner, { id })).language).toBe("de");
    const list = await pages.open("/knowledge");
    await row(list, "Secret recipe").getByText("Not cited").waitFor();
    await list.getByRole("button", { name: "Remove Secret recipe" }).click();
    await dialog(list).getByRole("button", { name: "Remove source" }).click();
    await row(list, "Secret recipe").waitFor({ state: "detached" });
    await expect.poll(() => named("Secret recipe")).toBeUndefined();
  });

  test("is found by kind, state and words in the address", async () => {
    await addTextSource(desk.owner, { title: "Needles", text: "Needles are made of bone." });
    const page = await pages.open("/knowledge?kind=text");
    await row(page, "Needles").waitFor();
    expect(await row(page, "Do you sell buttons?").count()).toBe(0);
    await page.getByLabel("Search sources").fill("needl");
    await page.waitForURL(/search=needl/);
    await page.getByLabel("Kind", { exact: true }).selectOption("qa");
    await page.getByText("No source is like that").waitFor();
    await page.goBack();
    await row(page, "Needles").waitFor();
    expect(await page.getByLabel("Search sources").inputValue()).toBe("needl");
  });
});

test("what was asked in vain is answered, or dismissed", async () => {
  const ask = (message: string) =>
    call(freshGateway(desk.product), "POST", "/conversations", { body: { siteKey: desk.siteKey, message } });
  for (const question of ["Do you ship to Iceland?", "do you ship to iceland", "Is there parking at the mill?"])
    await ask(question);
  const page = await pages.open("/knowledge/unanswered");
  const iceland = page.getByRole("listitem").filter({ hasText: "iceland" });
  await iceland.getByText("Asked 2 times").waitFor();
  await page.getByLabel("Search questions").fill("parking");
  await page.waitForURL(/q=parking/);
  await iceland.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Dismiss" }).click();
  await page.getByRole("button", { name: "Show all" }).click();
  await iceland.getByRole("button", { name: "Answer this" }).click();
  await dialog(page).getByLabel("Answer", { exact: true }).fill("We ship to Iceland within ten days.");
  await dialog(page)
    .getByRole("button", { name: /^(Save|Add)/ })
    .click();
  await dialog(page).waitFor({ state: "detached" });
  await expect.poll(async () => (await listUnanswered(desk.owner)).length).toBe(0);
  expect(await answer("Do you ship to Iceland?")).toContain("ten days");
});

test("the test set: a question of each kind is added, all are run, one is removed", async () => {
  await addTextSource(desk.owner, {
    title: "Scarves",
    text: "You can return a scarf within 60 days of the day it arrived.",
  });
  const page = await pages.open("/knowledge/test-set");
  const add = async (question: string, expects: string, field?: [label: string, value: string]) => {
    await page.getByLabel("Question", { exact: true }).fill(question);
    await page.getByLabel("What its answer must be").selectOption(expects);
    if (field?.[0] === "Source") await page.getByLabel("Source", { exact: true }).selectOption({ label: field[1] });
    if (field?.[0] === "Text") await page.getByLabel("Text", { exact: true }).fill(field[1]);
    await page.getByRole("button", { name: "Add question" }).click();
    await page.getByRole("listitem").filter({ hasText: question }).waitFor();
  };
  await add("Within how many days can I return a scarf?", "source", ["Source", "Scarves"]);
  await add("Within how many days do I return my scarf?", "text", ["Text", "90 days"]);
  await add("Who won the cup?", "nothing");
  await page.getByRole("button", { name: "Run all" }).click();
  const outcomes = async () => (await listGoldenQuestions(desk.owner)).map(({ passed }) => passed);
  await expect.poll(outcomes, { timeout: 15_000 }).toEqual([true, false, true]);
  await page.getByText("2 of 3 passed").waitFor();
  const failed = page.getByRole("listitem").filter({ hasText: "Within how many days do I return my scarf?" });
  await failed.getByText("The answer does not hold the text").waitFor();
  await page.getByRole("button", { name: "Remove Within how many days do I return my scarf?" }).click();
  await failed.waitFor({ state: "detached" });
  expect(await outcomes()).toEqual([true, true]);
  await page.getByRole("button", { name: "Undo" }).click();
  await failed.getByText("Must hold “90 days”").waitFor();
  expect(await outcomes()).toEqual([true, true, null]);
});
