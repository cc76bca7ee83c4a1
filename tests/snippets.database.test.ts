// What the Install page lets a customer copy, run as they would run it; what signs tokens is believed by the gateway.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signInJava } from "../src/ui/install/signing-compiled";
import { signInNode, signInPhp, signInPython, signInRuby } from "../src/ui/install/signing-scripts";
import type { SnippetFacts } from "../src/ui/install/snippets";
import { call, freshGateway } from "./fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "./fresh-tenant";

const product = freshProduct();
const gateway = freshGateway(product);
const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-snippets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let own: FreshTenant;
beforeAll(async () => {
  own = await freshTenant(product);
});

// What JSON, quoting and UTF-8 could break.
const email = 'o"brien\\ñ\t@example.com';
const write = (file: string, text: string) => {
  writeFileSync(path.join(folder, file), text);
  return file;
};

interface Language {
  /** What has to answer on this machine. */
  tool: string[];
  /** Writes the program and names the commands that run it; the last one prints the token. */
  commands(facts: SnippetFacts): string[][];
}

const languages: Record<string, Language> = {
  node: {
    tool: [process.execPath, "--version"],
    commands(facts) {
      const user = JSON.stringify({ id: 42, email, roles: ["admin", "café"], plan: "pro" });
      const file = write("token.mjs", `${signInNode(facts)}\nprocess.stdout.write(createWidgetToken(${user}));\n`);
      return [[process.execPath, file]];
    },
  },
  python: {
    tool: ["python3", "--version"],
    commands(facts) {
      const user = `{"id": 42, "email": ${JSON.stringify(email)}, "roles": ["admin", "café"], "plan": "pro"}`;
      return [
        ["python3", write("token_of.py", `${signInPython(facts)}\nprint(create_widget_token(${user}), end="")\n`)],
      ];
    },
  },
  php: {
    tool: ["php", "--version"],
    commands(facts) {
      const user = `['id' => 42, 'email' => ${JSON.stringify(email)}, 'roles' => ['admin', 'café'], 'plan' => 'pro']`;
      return [["php", write("token.php", `${signInPhp(facts)}\necho create_widget_token(${user});\n`)]];
    },
  },
  ruby: {
    tool: ["ruby", "--version"],
    commands(facts) {
      const user = `Struct.new(:id, :email, :roles, :plan).new(42, ${JSON.stringify(email)}, ["admin", "café"], "pro")`;
      return [["ruby", write("token.rb", `${signInRuby(facts)}\nprint WidgetToken.create(${user})\n`)]];
    },
  },
  java: {
    tool: ["javac", "-version"],
    commands(facts) {
      write("WidgetToken.java", signInJava(facts));
      const call = `WidgetToken.create("42", ${JSON.stringify(email)}, java.util.List.of("admin", "café"), "pro")`;
      const main = `class Main { public static void main(String[] a) throws Exception { System.out.print(${call}); } }`;
      write("Main.java", main);
      return [
        ["javac", "-encoding", "UTF-8", "Main.java", "WidgetToken.java"],
        ["java", "Main"],
      ];
    },
  },
};

describe.each(Object.keys(languages))("%s", (name) => {
  const language = languages[name] as Language;
  const [tool = "", ...version] = language.tool;
  const missing = spawnSync(tool, version).status !== 0;

  test.skipIf(missing)("makes a token that the gateway takes, for the user it names", async () => {
    const facts = { publicUrl: product.publicUrl, siteKey: own.siteKey, tenantId: own.tenantId };
    const token = run(language.commands(facts), own.jwtSecret);
    const answer = await call(gateway, "POST", "/sessions", { token, body: { siteKey: own.siteKey } });
    expect(answer.status).toBe(201);
    const claims = JSON.parse(Buffer.from((await answer.json()).token.split(".")[1], "base64url").toString());
    expect(claims.identity).toEqual({
      ...{ userId: "42", userEmail: email, plan: "pro" },
      userRoles: ["admin", "café"],
    });
  });

  test.skipIf(missing)("says so when the secret is not there", () => {
    const facts = { publicUrl: product.publicUrl, siteKey: own.siteKey, tenantId: own.tenantId };
    expect(() => run(language.commands(facts), undefined)).toThrow("GATEHOUSE_JWT_SECRET");
  });
});

function run(commands: string[][], secret: string | undefined): string {
  const { GATEHOUSE_JWT_SECRET: _, ...rest } = process.env;
  const env = { ...rest, ...(secret ? { GATEHOUSE_JWT_SECRET: secret } : {}) };
  let printed = "";
  for (const [command = "", ...args] of commands) {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    printed = stdout;
  }
  return printed;
}
