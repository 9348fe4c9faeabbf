import pg from "pg"

export type Mode = "honest" | "demo"

/** What only the database's owner may do at the beginning: mark the installation, and wipe a seed that was cut off. */
export async function withOwner<Value>(run: (owner: pg.Client) => Promise<Value>): Promise<Value> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await owner.connect()
  try {
    return await run(owner)
  } finally {
    await owner.end()
  }
}

/** Marks a new installation, once and for good; true if it is seeded already. */
export async function markInstallation(owner: pg.Client, mode: Mode): Promise<boolean> {
  await owner.query(`insert into "Installation" (id, mode, "createdAt") values (1, $1, now()) on conflict do nothing`, [mode])
  const { rows } = await owner.query<{ seededAt: Date | null; mode: string }>(`select "seededAt", mode from "Installation" where id = 1`)
  const [standing] = rows
  if (standing?.seededAt) return true
  if (await isUsed(owner)) await wipe(owner)
  await owner.query(`update "Installation" set mode = $1 where id = 1`, [mode])
  return false
}

export async function markSeeded(owner: pg.Client): Promise<void> {
  await owner.query(`update "Installation" set "seededAt" = now() where id = 1`)
}

/** Counts what was seeded for the planner: autovacuum comes a minute later, and until then a page takes a hundred times as long. */
export async function gatherStatistics(owner: pg.Client): Promise<void> {
  await owner.query("analyze")
}

async function isUsed(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query(`select 1 from "Unit" union all select 1 from "Edition" limit 1`)
  return rows.length > 0
}

// Nobody has used what was never finished, and the server starts only after the seed: so it may begin anew.
async function wipe(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' and tablename not in ('_prisma_migrations', 'Installation')`)
  const tables = rows.map((row) => row.name)
  await owner.query("begin")
  for (const table of tables) await owner.query(`alter table ${table} disable trigger user`)
  await owner.query(`truncate ${tables.join(", ")} cascade`)
  for (const table of tables) await owner.query(`alter table ${table} enable trigger user`)
  await owner.query("commit")
}
