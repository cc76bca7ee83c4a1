// npm run gateway: the gateway alone on PORT, for many visitors.
import "./node-version.mjs";
import { runWith } from "./run-with.mjs";
import { main } from "./say.mjs";
import { readPort, requireFreePort } from "./services.mjs";

main(async () => {
  await requireFreePort(readPort());
  await runWith("gateway", process.argv.slice(2), { service: true });
});
