import type { inferRouterOutputs } from "@trpc/server";
import type { ConsoleRouter } from "@/console/router";

/** What each procedure answers. */
export type Outputs = inferRouterOutputs<ConsoleRouter>;
