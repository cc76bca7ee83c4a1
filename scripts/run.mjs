// npm run eval, npm run bench:gateway: a TypeScript file from source; --build first builds what npm start serves.
//   run.mjs [--build] FILE [ARGUMENT …]
import "./node-version.mjs";
import { spawn } from "node:child_process";
import { installDependencies } from "./install.mjs";
import { root } from "./root.mjs";
import { main } from "./say.mjs";

main(async () => {
  const words = process.argv.slice(2);
  const everything = words[0] === "--build";
  if (everything) words.shift();
  installDependencies();
  const steps = await import("./build-steps.mjs");
  await (everything ? steps.buildAll() : steps.generateClient());
  const child = spawn(process.execPath, ["--import", "tsx", ...words], { cwd: root, stdio: "inherit" });
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.exit(await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1))));
});
