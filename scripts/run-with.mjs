// One process of ours in the foreground, with the same environment as under npm start.
import { spawn } from "node:child_process";
import { prepare } from "./prepare.mjs";
import { root } from "./root.mjs";

/** Runs dist/<name>.mjs with `args` on this process's own streams; exits with its exit code. */
export async function runWith(name, args) {
  const house = await prepare({ build: (steps) => steps.buildForProcesses() });
  const child = spawn(process.execPath, [`${root}/dist/${name}.mjs`, ...args], {
    cwd: process.cwd(),
    env: house.env,
    stdio: "inherit",
  });
  // Ctrl-C in a terminal reaches both processes; the child decides when it is over.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  await house.database.close();
  process.exit(code);
}
