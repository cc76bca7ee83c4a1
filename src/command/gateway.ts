// The gateway alone on Node's HTTP server: the same app that runs inside Next, for many visitors, in as many processes as
// GATEWAY_WORKERS says.
import cluster from "node:cluster";
import { environment } from "@/env";
import { buildProduct } from "@/wiring";
import { runGateway } from "./gateway/run-gateway";
import { runWorkers } from "./gateway/run-workers";

const env = environment();
if (env.workers > 1 && cluster.isPrimary) runWorkers(env);
else runGateway(env, buildProduct(env));
