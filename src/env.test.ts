import { expect, test } from "vitest";
import { parseEnvironment } from "./env";

const enough = {
  DATABASE_URL: "postgres://localhost/gatehouse",
  GATEHOUSE_SECRET: "x".repeat(32),
  GATEHOUSE_VAULT_KEY: Buffer.alloc(32).toString("base64"),
};

test("says which variables are wrong and what they must be, all at once, without their values", () => {
  const wrong = {
    PORT: "http",
    DATABASE_URL: "mysql://user:hunter2@host/db",
    GATEHOUSE_SECRET: "short",
    GATEHOUSE_VAULT_KEY: "AAAA",
  };
  const message = (() => {
    try {
      parseEnvironment(wrong);
      return "";
    } catch (error) {
      return String(error);
    }
  })();
  for (const name of Object.keys(wrong)) expect(message).toContain(name);
  expect(message).not.toContain("hunter2");
});

test("an installation is local until it is given a public address", () => {
  expect(parseEnvironment(enough)).toMatchObject({ publicUrl: "http://localhost:3000", local: true });
  expect(parseEnvironment({ ...enough, PORT: "4000" }).publicUrl).toBe("http://localhost:4000");
  const reached = parseEnvironment({ ...enough, GATEHOUSE_URL: "https://chat.example.com/" });
  expect(reached).toMatchObject({ publicUrl: "https://chat.example.com", local: false });
});

test("an empty variable counts as not set", () => {
  expect(parseEnvironment({ ...enough, REDIS_URL: "", PORT: "" })).toMatchObject({ redisUrl: undefined, port: 3000 });
});

test("lists are split at commas", () => {
  expect(parseEnvironment({ ...enough, GATEHOUSE_TRUSTED_PROXIES: "10.0.0.0/8, 192.168.1.1," }).trustedProxies).toEqual(
    ["10.0.0.0/8", "192.168.1.1"],
  );
});

test("Upstash needs its address and its token", () => {
  const [url, token] = ["https://example.upstash.io", "secret token"];
  const both = { ...enough, UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token };
  expect(parseEnvironment(both)).toMatchObject({ upstash: { url, token }, limitsWhenDown: "open" });
  expect(parseEnvironment(enough).upstash).toBeUndefined();
  for (const half of [{ UPSTASH_REDIS_REST_URL: url }, { UPSTASH_REDIS_REST_TOKEN: token }])
    expect(() => parseEnvironment({ ...enough, ...half })).toThrow("UPSTASH_REDIS_REST_TOKEN");
});

test("files lie in a bucket where one is named with its keys, and nowhere halfway", () => {
  const keys = { S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "secret" };
  expect(parseEnvironment({ ...enough, ...keys }).s3).toBeUndefined();
  expect(parseEnvironment({ ...enough, ...keys, S3_BUCKET: "files", S3_REGION: "eu-west-1" }).s3).toEqual({
    endpoint: "https://s3.eu-west-1.amazonaws.com",
    bucket: "files",
    region: "eu-west-1",
    accessKeyId: "id",
    secretAccessKey: "secret",
  });
  expect(() => parseEnvironment({ ...enough, S3_BUCKET: "files" })).toThrow("S3_SECRET_ACCESS_KEY");
});

test("the installation's own models are whole or not there", () => {
  const models = (given: Record<string, string>) => parseEnvironment({ ...enough, ...given }).models;
  expect(models({})).toEqual({
    answers: null,
    embeddings: null,
    inputPrice: null,
    outputPrice: null,
    patienceMs: 10_000,
  });
  const local = { GATEHOUSE_AI_PROVIDER: "openai-compatible", GATEHOUSE_AI_BASE_URL: "http://localhost:11434/v1/" };
  expect(models({ ...local, GATEHOUSE_AI_MODEL: "m" }).answers).toEqual({
    provider: "openai-compatible",
    model: "m",
    apiKey: null,
    baseUrl: "http://localhost:11434/v1",
    isGuarded: false,
  });
  expect(() => models({ GATEHOUSE_AI_MODEL: "m" })).toThrow(/GATEHOUSE_AI_PROVIDER/);
  expect(() => models({ GATEHOUSE_AI_PROVIDER: "openai" })).toThrow(/GATEHOUSE_AI_MODEL/);
  expect(() => models({ GATEHOUSE_AI_PROVIDER: "openai-compatible", GATEHOUSE_AI_MODEL: "m" })).toThrow(/BASE_URL/);
});

test.each(["GITHUB", "GOOGLE"] as const)("accounts of %s sign in where both halves of the keys are given", (site) => {
  const [id, secret] = [`GATEHOUSE_${site}_ID`, `GATEHOUSE_${site}_SECRET`];
  const name = site.toLowerCase() as "github" | "google";
  expect(parseEnvironment(enough).signIn).toEqual({ github: undefined, google: undefined });
  const given = parseEnvironment({ ...enough, [id]: "an id", [secret]: "a secret" }).signIn[name];
  expect(given).toMatchObject({ id: "an id", secret: "a secret", url: expect.stringMatching(/^https:[^/]*..[^/]+$/) });
  for (const half of [{ [id]: "an id" }, { [secret]: "hunter2" }])
    expect(() => parseEnvironment({ ...enough, ...half })).toThrow(
      new RegExp(`^(?!.*hunter2)[^]*${id} and ${secret}: one is of no use`),
    );
});

test("a mail server and a sender come together", () => {
  const both = { ...enough, SMTP_URL: "smtps://user:word@mail.example.com:465", MAIL_FROM: "Help <help@example.com>" };
  expect(parseEnvironment(both).mail).toEqual({ url: both.SMTP_URL, from: both.MAIL_FROM });
  expect(parseEnvironment(enough).mail).toBeUndefined();
  for (const half of [{ SMTP_URL: both.SMTP_URL }, { MAIL_FROM: both.MAIL_FROM }])
    expect(() => parseEnvironment({ ...enough, ...half })).toThrow("MAIL_FROM");
  for (const wrong of [{ SMTP_URL: "https://mail.example.com" }, { MAIL_FROM: "a@b.c\r\nBcc: d@e.f" }])
    expect(() => parseEnvironment({ ...both, ...wrong })).toThrow(Object.keys(wrong)[0] ?? "");
});
