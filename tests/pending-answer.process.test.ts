// A gateway dies in the middle of an answer: what was asked is kept, and answered by the next who looks.
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { admitOperator } from "@/core/member/member";
import { updateModeration } from "@/core/moderation/update-moderation";
import { addTextSource } from "@/core/source/add-text-source";
import { createTenantAsOperator } from "@/core/tenant/create-tenant";
import { parseEnvironment } from "@/env";
import { buildProduct } from "@/wiring";
import { migrate } from "../src/store/migrate";
import type { Transcript } from "../widget/wire";
import { freshDatabase } from "./fresh-database";
import { startGateway } from "./gateway-process";
import { openService } from "./stand-in-service";

const origin = "https://www.example.com";
const message = "How many days do I have to return an item?";

test("an answer whose gateway was killed is finished by another one, once, under the same nonce", async () => {
  const service = await openService();
  const database = await freshDatabase();
  await migrate(database.url, `${import.meta.dirname}/../prisma/migrations`);
  const env = {
    DATABASE_URL: database.url,
    GATEHOUSE_SECRET: randomBytes(32).toString("hex"),
    GATEHOUSE_VAULT_KEY: randomBytes(32).toString("base64"),
    GATEHOUSE_FETCH_ALLOW: service.host,
    LOG_LEVEL: "error",
  };
  const product = buildProduct(parseEnvironment(env));
  const { tenantId, siteKey } = await createTenantAsOperator(product, { name: "Example", origins: [origin] }, null);
  const member = await admitOperator(product, tenantId);
  await addTextSource(member, { title: "Returns", text: "You can return any item within 30 days of delivery." });
  await updateModeration(member, { provider: "openai", url: `${service.url}/v1/moderations` });
  const [one, two] = await Promise.all([startGateway(env), startGateway(env)]);
  try {
    const send = (to: typeof one, path: string, body?: object) =>
      fetch(`${to.url}/api/v1${path}`, {
        method: body ? "POST" : "GET",
        headers: { origin, "content-type": "application/json" },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const nonce = crypto.randomUUID();
    service.answer = async () => null;
    const asked = send(one, "/conversations", { siteKey, message, nonce }).catch(() => "cut off");
    await expect.poll(() => service.received.length, { timeout: 20_000 }).toBe(1);
    await one.kill();
    expect(await asked).toBe("cut off");
    service.answer = async () => ({ status: 200, body: '{"results":[{"flagged":false,"categories":{}}]}' });

    // The browser sends its question again: the one that was asked is answered, no second one is made.
    const again = await send(two, "/conversations", { siteKey, message, nonce });
    expect(again.status).toBe(201);
    const answer = await again.json();
    expect(answer.message.content).toContain("30 days");
    const transcript: Transcript = await (await send(two, `/conversations/${answer.conversationId}`)).json();
    expect(transcript.messages.map(({ role, content }) => [role, content])).toEqual([
      ["user", message],
      ["assistant", answer.message.content],
    ]);
  } finally {
    await Promise.all([one.kill().catch(() => {}), two.stop()]);
    await product.close();
    await database.close();
    service.close();
  }
});
