import { receiveDocument } from "@/console/receive-document";
import { contextOf } from "../../caller";

export async function POST(request: Request) {
  return receiveDocument(await contextOf(request), request);
}
