// All connections of the embedded server share one backend, which knows one unnamed statement and one place in the
// protocol. The socket server lets a connection go first only while a transaction is open; between the messages of one
// extended query (Parse, Bind, Execute, … Sync) it would let others in: they would overwrite its statement, or be
// swallowed unanswered while the backend skips to the Sync after an error.
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
import type { PGlite } from "@electric-sql/pglite";

const QUERY = "Q".charCodeAt(0);
const SYNC = "S".charCodeAt(0);
/** Parse, Bind, Describe, Execute, Close, Flush. */
const OPENING = new Set([..."PBDECH"].map((letter) => letter.charCodeAt(0)));
const SYNC_MESSAGE = Uint8Array.from([SYNC, 0, 0, 0, 4]);

/** Makes the socket server see an unfinished extended query as it sees an open transaction: nobody else's turn. */
export function keepQueriesWhole(database: PGlite): void {
  let unfinished = false;
  const execute = database.execProtocolRawStream.bind(database);
  database.execProtocolRawStream = async (message, options) => {
    await execute(message, options);
    const type = message[0] ?? 0;
    if (OPENING.has(type)) unfinished = true;
    else if (type === SYNC || type === QUERY) unfinished = false;
  };

  const isInTransaction = database.isInTransaction.bind(database);
  database.isInTransaction = () => unfinished || isInTransaction();

  // Called when a connection goes away in the middle: what it left unfinished has to be ended first.
  const exec = database.exec.bind(database);
  database.exec = async (...given) => {
    if (unfinished) await database.execProtocolRawStream(SYNC_MESSAGE, { onRawData: () => {} });
    return exec(...given);
  };
}
