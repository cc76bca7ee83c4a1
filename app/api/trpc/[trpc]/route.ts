import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { consoleRouter } from "@/console/router";
import { contextOf } from "../../../caller";

const handle = (req: Request) =>
  fetchRequestHandler({ endpoint: "/api/trpc", router: consoleRouter, req, createContext: () => contextOf(req) });

export { handle as GET, handle as POST };
