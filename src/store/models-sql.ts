import type { Sql, Transaction } from "./database";

/** The statements of the other rows in a transaction of Prisma's: what is audited is done with the same SQL. */
export function toSql(tx: Transaction): Sql {
  const query = async (text: string, values: unknown[] = []) => {
    const rows: unknown[] = await tx.$queryRawUnsafe(text, ...values);
    return { rows, rowCount: rows.length };
  };
  return { query } as unknown as Sql;
}
