import pg from "pg"

/**
 * Counts the tables that PostgreSQL has never counted, as after a restore, which brings rows without statistics: until its own
 * autovacuum comes, a minute later or more, plans are guessed and a page takes a hundred times as long. Returns their names.
 */
export async function countUncounted(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ relname: string }>(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples < 0 and pg_relation_size(oid) > 0 order by relname`)
    const names = rows.map(({ relname }) => relname)
    if (names.length > 0) await client.query(`analyze ${names.map((name) => client.escapeIdentifier(name)).join(", ")}`)
    return names
  } finally {
    await client.end()
  }
}
