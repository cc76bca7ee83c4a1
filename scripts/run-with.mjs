// One process of ours in the foreground, with the same environment as under npm start.
import { spawn } from "node:child_process";
import { prepare } from "./prepare.mjs";
import { root } from "./root.mjs";
import { watchNpm } from "./with-npm.mjs";

/**
 * Runs dist/<name>.mjs with `args` on this process's own streams; exits with its exit code.
 * A `service` has no standard input and ends with this process, whatever happens to this process.
 */
export async function runWith(name, args, { service = false } = {}) {
  const house = await prepare({ build: (steps) => steps.buildForProcesses() });
  const preload = service ? ["--import", `${root}/scripts/with-parent.mjs`] : [];
  const child = spawn(process.execPath, [...preload, `${root}/dist/${name}.mjs`, ...args], {
    env: house.env,
    stdio: [service ? "pipe" : "inherit", "inherit", "inherit"],
  });
  // Ctrl-C in a terminal reaches both processes; the child decides when it is over.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (service) watchNpm(() => child.kill("SIGTERM"));
  const code = await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  await house.database.close();
  process.exit(code);
}
