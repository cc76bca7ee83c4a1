// The two ways into the database, and nothing else: as one tenant, or as the directory.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "./generated/client";
import { isUnavailable, toUnavailable } from "./unavailable";

export type { Prisma } from "./generated/client";

/** Prisma's models inside one transaction. Never use a `PrismaClient` beside it: on one connection that waits for ever. */
export type Transaction = Prisma.TransactionClient;

/** A bare connection inside one transaction, for what every message waits for. Statements are unnamed on purpose. */
export interface Sql {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>;
}

/** The database as one tenant sees it: row-level security is on, under a role that cannot bypass it. */
export interface TenantDatabase {
  readonly tenantId: string;
  transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  sql<T>(run: (sql: Sql) => Promise<T>): Promise<T>;
}

export interface Database {
  tenant(tenantId: string): TenantDatabase;
  /** Accounts, and the lookups that come before a tenant is known. Sees ids and keys, nothing that was said. */
  directory<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  directorySql<T>(run: (sql: Sql) => Promise<T>): Promise<T>;
  /** Whether the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** How long a connection, and an answer on it, is waited for, milliseconds: nobody waits 10 s for nothing. */
const CONNECTION_MS = 4000;
const QUERY_MS = 8000;
/** The console's and the worker's: large work may stand before them. */
const MODELS_CONNECTION_MS = 20_000;

const TENANT_ID = /^ten_[0-9A-Za-z]{22}$/;

/** Opens both clients on `url`; connects lazily. `connections` bounds each of the two pools. */
export function openDatabase(url: string, connections = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: CONNECTION_MS,
    query_timeout: QUERY_MS,
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => {});
  // The same between two statements of a transaction: the next one fails, and says why.
  pool.on("connect", (client) => client.on("error", () => {}));
  const adapter = new PrismaPg({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: MODELS_CONNECTION_MS,
  });
  const prisma = new PrismaClient({ adapter });

  const models = <T>(setup: string, run: (tx: Transaction) => Promise<T>) =>
    prisma
      .$transaction(
        async (tx) => {
          for (const statement of setup.split(";")) await tx.$executeRawUnsafe(statement);
          return run(tx);
        },
        { timeout: 60_000, maxWait: MODELS_CONNECTION_MS },
      )
      .catch((error: unknown) => {
        throw toUnavailable(error);
      });

  const bare = async <T>(setup: string, run: (sql: Sql) => Promise<T>) => {
    const client = await pool.connect().catch((error: unknown) => {
      throw toUnavailable(error);
    });
    let broken: Error | undefined;
    try {
      await client.query(`BEGIN;${setup}`);
      const result = await run(client);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      const unavailable = isUnavailable(error);
      // A connection that answers no more cannot be asked to go back, either.
      if (unavailable) broken = error as Error;
      else
        await client.query("ROLLBACK").catch((failure: Error) => {
          broken = failure;
        });
      throw unavailable ? toUnavailable(error) : error;
    } finally {
      client.release(broken);
    }
  };

  const directory = "SET LOCAL ROLE gatehouse_directory";
  return {
    tenant(tenantId) {
      // The id goes into SQL text: SET takes no parameter.
      if (!TENANT_ID.test(tenantId)) throw new Error("not a tenant id");
      const setup = `SET LOCAL ROLE gatehouse_tenant;SET LOCAL gatehouse.tenant_id = '${tenantId}'`;
      return { tenantId, transaction: (run) => models(setup, run), sql: (run) => bare(setup, run) };
    },
    directory: (run) => models(directory, run),
    directorySql: (run) => bare(directory, run),
    ping: async () => {
      await pool.query("SELECT 1");
    },
    close: async () => {
      await Promise.all([pool.end(), prisma.$disconnect()]);
    },
  };
}
