import type { Member } from "@/core/member/member";

/** The search's statistics of a tenant as they are kept, and as a recount of its passages gives them. */
export function statistics(member: Member) {
  return member.database.sql(async (sql) => {
    const kept = await sql.query("SELECT lexeme, passages FROM term ORDER BY lexeme");
    const counted = await sql.query(
      "SELECT lexeme, count(*)::int AS passages FROM passage, unnest(tsvector_to_array(terms)) AS lexeme GROUP BY lexeme ORDER BY lexeme",
    );
    const sums = await sql.query(
      "SELECT passages, length::int AS length, spoken, (SELECT coalesce(array_agg(l ORDER BY l), '{}') FROM unnest(languages) AS l) AS languages FROM corpus",
    );
    const recount = await sql.query(
      `SELECT count(*)::int AS passages, coalesce(sum(gatehouse_length(terms)), 0)::int AS length,
              (SELECT coalesce(jsonb_object_agg(language, n), '{}') FROM (
                 SELECT language, count(*) AS n FROM passage GROUP BY language) AS told) AS spoken,
              (SELECT coalesce(array_agg(DISTINCT language ORDER BY language), '{}') FROM passage) AS languages FROM passage`,
    );
    return { kept: [kept.rows, sums.rows], counted: [counted.rows, recount.rows] };
  });
}
