import { expect, test } from "vitest";
import { tryQuestion } from "@/core/answer/try-question";
import { listUnanswered } from "@/core/unanswered/list-unanswered";
import { settleUnanswered } from "@/core/unanswered/settle-unanswered";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { addTextSource } from "./add-text-source";
import { getSource } from "./get-source";
import { putAnswer } from "./put-answer";
import { updateSource } from "./update-source";

let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const gateway = freshGateway(product);

test("a question with its answer is found by the question's words, and changed in place", async () => {
  const { owner } = await freshTenant(product);
  await addTextSource(owner, { title: "Vouchers", text: "A gift voucher is redeemed in the basket. Vouchers last." });
  const question = "Can I combine two vouchers?";
  const { id } = await putAnswer(owner, {
    question,
    answer: "Yes, as many as you like.",
    url: "https://example.com/v",
  });
  const first = await tryQuestion(owner, { question: "May I combine two vouchers?" });
  expect(first.citations[0]).toMatchObject({ sourceId: id, quote: "Yes, as many as you like.", title: question });
  await putAnswer(owner, { id, question, answer: "No, one for each order." });
  expect((await tryQuestion(owner, { question })).content).toMatch(/No, one for each order/);
  expect(await getSource(owner, { id })).toMatchObject({ kind: "qa", answer: "No, one for each order.", url: null });
  const text = await addTextSource(owner, { title: "Other", text: "Something else." });
  await expect(putAnswer(owner, { id: text.id, question, answer: "Mine." })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a hidden source backs an answer and is named nowhere", async () => {
  const { owner } = await freshTenant(product);
  const { id } = await addTextSource(owner, {
    title: "Internal notes on refunds",
    text: "Refunds are paid within nine days after the parcel has arrived.",
    url: "https://intranet.example.com/refunds",
  });
  const question = "When are refunds paid?";
  expect((await tryQuestion(owner, { question })).citations).toHaveLength(1);
  await updateSource(owner, { id, hidden: true, language: "en" });
  const hidden = await tryQuestion(owner, { question });
  expect(hidden).toMatchObject({ grounded: true, citations: [] });
  expect(hidden.content).toMatch(/within nine days/);
  expect(hidden.content).not.toMatch(/\[1\]|intranet/);
  const unknown = await tryQuestion(owner, { question: "Refunds notes for elephants paid in gold?" });
  expect(unknown.content).not.toMatch(/Internal notes|intranet/);
  await expect(updateSource(owner, { id, language: "no such" })).rejects.toThrow();
});

test("what visitors asked in vain stands in groups that say the same until it is answered, and comes back when asked again", async () => {
  const { owner, siteKey } = await freshTenant(product);
  const ask = (message: string) => call(gateway, "POST", "/conversations", { body: { siteKey, message } });
  await addTextSource(owner, { title: "Delivery", text: "Delivery takes two days." });
  for (const message of [
    "Do you sell kayaks?",
    "do you sell a kayak",
    "Do you sell cheap kayaks?",
    "Is there a unicorn farm?",
    "How long does delivery take?",
  ])
    await ask(message);
  const groups = await listUnanswered(owner);
  expect(groups.map(({ count, examples }) => [count, examples])).toEqual([
    [3, ["do you sell a kayak", "Do you sell kayaks?"]],
    [1, []],
  ]);
  const [kayaks, unicorns] = groups;
  await putAnswer(owner, { question: "Do you sell kayaks?", answer: "No, we sell no kayaks.", settles: kayaks?.key });
  await settleUnanswered(owner, { key: unicorns?.key ?? "" });
  expect(await listUnanswered(owner)).toEqual([]);
  clock += 1000;
  await ask("Is there a unicorn farm?");
  expect(await listUnanswered(owner)).toMatchObject([{ question: "Is there a unicorn farm?", count: 1 }]);
});
