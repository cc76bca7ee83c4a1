// npm run -s cli -- …: the operator's command line, beside a running installation or without one.
import "./node-version.mjs";
import { runWith } from "./run-with.mjs";
import { main } from "./say.mjs";

main(() => runWith("cli", process.argv.slice(2)));
