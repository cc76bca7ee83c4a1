// npm run build: everything that npm start serves, as far as it changed.
import "./node-version.mjs";
import { installDependencies } from "./install.mjs";
import { main } from "./say.mjs";

main(async () => {
  installDependencies();
  const { buildAll } = await import("./build-steps.mjs");
  await buildAll();
});
