// What the gateway is measured against: node:http, jose and pg with nothing around them.
//   POST /session: the token verified, one select.   POST /message: the token verified, and the SQL a message needs:
// one search, one transaction with its inserts.
import { createServer, type IncomingMessage } from "node:http";
import { jwtVerify } from "jose";
import pg from "pg";
import { newId } from "@/core/id/id";
import { addExchange } from "@/store/conversation-rows";
import { searchPassages } from "@/store/search-passages";

const { DATABASE_URL, PORT, BENCH_KEY = "", BENCH_TENANT = "" } = process.env;
const key = await crypto.subtle.importKey("raw", Buffer.from(BENCH_KEY), { name: "HMAC", hash: "SHA-256" }, false, [
  "verify",
]);
/** The turn before of each conversation, as the gateway searches with it, too. */
const previous = new Map<string, { question: string; answer: string }>();
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });

createServer(async (request, response) => {
  try {
    const body = JSON.parse(await read(request));
    const { payload } = await jwtVerify(request.headers.authorization?.slice(7) ?? "", key, { algorithms: ["HS256"] });
    const answer = request.url === "/session" ? await select(String(payload.tenantId)) : await message(body);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}).listen(Number(PORT));

function read(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => resolve(text)).on("error", reject);
  });
}

async function select(tenantId: string) {
  return (await pool.query("SELECT id, name, demand FROM tenant WHERE id = $1", [tenantId])).rows[0];
}

async function message({ conversationId, message }: { conversationId: string; message: string }) {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN;SET LOCAL gatehouse.tenant_id = '${BENCH_TENANT}'`);
    const [hit] = await searchPassages(client, { question: message, previous: previous.get(conversationId) }, 8);
    await addExchange(client, BENCH_TENANT, {
      conversationId,
      questionId: newId("message"),
      question: message,
      answerId: newId("message"),
      answer: hit?.text ?? "",
      citations: [],
      grounded: hit !== undefined,
      now: new Date(),
    });
    await client.query("COMMIT");
    previous.set(conversationId, { question: message, answer: (hit?.text ?? "").slice(0, 500) });
    return { conversationId, content: hit?.text };
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}
