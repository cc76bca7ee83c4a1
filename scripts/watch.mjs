// npm run dev: the processes' bundles and the widget follow the source. Next watches its own.
import { watch } from "node:fs";
import { context } from "esbuild";
import { options, write } from "./bundle.mjs";
import { root } from "./root.mjs";
import { say } from "./say.mjs";

/** Rebuilds at each change from now on, and calls `onChange` after the processes' bundles were replaced. */
export async function watchProcesses(onChange) {
  let first = true;
  const replace = {
    name: "replace",
    setup(build) {
      build.onEnd((result) => {
        if (result.errors.length > 0) return;
        write(result);
        if (!first) void onChange();
        first = false;
      });
    },
  };
  await (await context({ ...options, plugins: [replace] })).watch();
  watchWidget();
}

function watchWidget() {
  let timer;
  watch(`${root}/widget`, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const { buildWidget } = await import("./build-widget.mjs");
      await buildWidget().catch((error) => say(error.message));
    }, 100);
  });
}
