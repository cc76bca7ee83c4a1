// The product as `npm start` runs it, on a data folder and a port of its own.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";

const root = path.join(import.meta.dirname, "../..");

export interface House {
  /** Address of the console and the gateway. */
  url: string;
}

/** Starts it before the file's tests and stops it after them. */
export function openHouse(): House {
  const house = { url: "" };
  const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-path-"));
  let stop = async () => {};

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
      env: { ...process.env, ...given, GATEHOUSE_DATA: folder, PORT: String(port) },
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
