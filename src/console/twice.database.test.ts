// However often a press arrives, it makes one thing.
import { describe, expect, test } from "vitest";
import { call, inputsOf, own, table } from "../../tests/console/procedures";
import { freshWorld, type World } from "../../tests/console/world";

const submission = crypto.randomUUID();
const makes = /\.(add(?!Passkey)\w*|create|send|reply|putAnswer|rotate)$/;
const mutations = table.filter(({ type, path }) => type === "mutation" && makes.test(path));

/** What is asked for to make something new, where the example changes what is there. */
const anew: Record<string, object> = { "source.putAnswer": { id: undefined } };

/** Rows of everything that a procedure can make. */
const rows = async ({ owner, account }: World) => ({
  tenants: await owner.product.database.directory((tx) => tx.membership.count({ where: { userId: account.userId } })),
  ...(await owner.database.transaction(async (tx) => ({
    origins: await tx.origin.count(),
    sources: await tx.source.count(),
    golden: await tx.goldenQuestion.count(),
    webhooks: await tx.webhook.count(),
    secrets: await tx.signingSecret.count(),
    siteKeys: await tx.siteKey.count(),
    apiKeys: await tx.apiKey.count(),
    invitations: await tx.invitation.count(),
    messages: await tx.message.count(),
    audit: await tx.auditEntry.count(),
    webhookSecrets: await tx.webhook.count({ where: { previousUntil: { not: null } } }),
  }))),
});

describe.each(mutations)("$path", (row) => {
  test("knows a press by its name", async () => {
    const home = await freshWorld();
    const input = { ...(await own(row, home)), submission };
    const kept = inputsOf(row.path).map((parser) => parser.parse(input) as { submission?: string });
    expect(kept.map((one) => one.submission)).toContain(submission);
  });

  test("makes one thing of one press that arrives twice at once, and once more later", async () => {
    const home = await freshWorld();
    const asked = async () => ({ ...(await own(row, home)), ...anew[row.path], submission });
    const [first, second] = [await asked(), await asked()];
    const before = await rows(home);
    const answers = await Promise.all([call(row, home.account, first), call(row, home.account, second)]);
    expect(withoutDates(answers[0])).toEqual(withoutDates(answers[1]));
    const after = await rows(home);
    const made = Object.entries(after).filter(([name, count]) => count !== before[name as keyof typeof before]);
    expect(made.length).toBeGreaterThan(0);
    for (const [name, count] of made) expect(count, name).toBe(before[name as keyof typeof before] + 1);
    expect(withoutDates(await call(row, home.account, await asked()))).toEqual(withoutDates(answers[0]));
    expect(await rows(home)).toEqual(after);
    // Another press is another thing, or is refused in words.
    const other = { ...(await asked()), submission: crypto.randomUUID() };
    const again = await call(row, home.account, other).catch((error: Error) => error.message);
    expect(withoutDates(again)).not.toEqual(withoutDates(answers[0]));
  });
});

// An overlap is counted from the moment of the answer.
function withoutDates(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value) => (/^old/.test(key) ? undefined : value));
}
