// The product as `npm start` runs it, on a data folder and a port of its own.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { type Environment, parseEnvironment } from "@/env";
import { type Embedded, openEmbedded } from "@/store/embedded";

const root = path.join(import.meta.dirname, "../..");

export interface House {
  /** Address of the console and the gateway. */
  url: string;
  /** What its processes run with, for a product beside them on the same database. */
  environment(): Promise<Environment>;
}

/** Starts it before the file's tests and stops it after them; `more` is for its environment. */
export function openHouse(more: Record<string, string> = {}): House {
  const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-path-"));
  let stop = async () => {};
  let database: Embedded | undefined;
  const house: House = {
    url: "",
    async environment() {
      database ??= await openEmbedded(folder, { server: [path.join(root, "dist/embedded-server.mjs")] });
      const { secret, vaultKey } = JSON.parse(readFileSync(path.join(folder, "secrets.json"), "utf8"));
      return parseEnvironment({
        DATABASE_URL: database.url,
        GATEHOUSE_DATA: folder,
        GATEHOUSE_URL: house.url,
        GATEHOUSE_SECRET: secret,
        GATEHOUSE_VAULT_KEY: vaultKey,
        NODE_ENV: "production",
        GATEHOUSE_FETCH_ALLOW: process.env.GATEHOUSE_FETCH_ALLOW,
        ...more,
      });
    },
  };

  beforeAll(async () => {
    // Nothing to do in the gate, which has just built.
    execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "ignore" });
    const port = await freePort();
    house.url = `http://localhost:${port}`;
    const given = {
      NODE_ENV: "production",
      DATABASE_URL: "",
      REDIS_URL: "",
      GATEHOUSE_URL: "",
      LOG_LEVEL: "error",
    } as const;
    const child = spawn(process.execPath, ["scripts/start.mjs"], {
      cwd: root,
      env: { ...process.env, ...given, ...more, GATEHOUSE_DATA: folder, PORT: String(port) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    stop = () =>
      new Promise((resolve) => {
        child.once("close", () => resolve());
        child.kill("SIGTERM");
      });
    await new Promise<void>((resolve, reject) => {
      let said = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        if (said.includes("Ctrl-C stops it")) resolve();
      });
      child.once("exit", () => reject(new Error(`npm start ended: ${said}`)));
    });
  });

  afterAll(async () => {
    await database?.close();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return house;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
