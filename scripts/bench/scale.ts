import pg from "pg"

// Each copy of a process brings its points, and each of these its owners, obligations, evidence and working papers with it.
const tables = [
  "HandbookNode", "Step", "Point", "PointVersion", "Ownership", "Performer", "Obligation", "EvidenceRecord", "EvidenceVersion", "EvidenceFile", "EvidenceUse", "Test", "DesignTest",
  "ConformityTest", "Population", "PopulationItem", "Draw", "Sample", "AttributeJudgement", "TestConclusion", "TestReview",
]
const keys = [
  "id", "nodeId", "stepId", "pointId", "pointVersionId", "obligationId", "recordId", "versionId", "useId", "testId", "populationId", "drawId", "sampleId", "itemId", "populationItemId",
]

/** A key for a copy: as old as the one it is made from, and as good a UUIDv7. */
const mapper = `create function pg_temp.copied(old uuid, copy int) returns uuid language sql immutable as $$
  select (left(old::text, 14) || '7' || substr(m, 1, 3) || '-8' || substr(m, 4, 3) || '-' || substr(m, 7, 12))::uuid from md5(old::text || copy) as m $$`

/**
 * Multiplies the demonstration's points until a plant has `points` of them, each with its quarters of evidence and papers. Only
 * for measuring: past the promises of the database, as its owner.
 */
export async function scaleTo(ownerUrl: string, points: number): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(mapper)
    await client.query("begin")
    await client.query("set local session_replication_role = replica")
    const { rows: [base] } = await client.query<{ count: number }>(`select count(*)::int from "PointVersion"`)
    const copies = Math.ceil(points / (base?.count ?? 1)) - 1
    for (const table of tables) await copy(client, table, copies)
    await client.query("commit")
    await client.query("analyze")
    return (base?.count ?? 0) * (copies + 1)
  } finally {
    await client.end()
  }
}

async function copy(client: pg.Client, table: string, copies: number): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select column_name as name, udt_name as type from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`, [table])
  const names = rows.map(({ name }) => `"${name}"`).join(", ")
  const values = rows.map(({ name, type }) => {
    if (type === "uuid" && keys.includes(name)) return `pg_temp.copied(t."${name}", n)`
    if (name === "code" || name === "nodeCode") return `t."${name}" || '.' || n`
    if (name === "number") return `t.number || '-' || n`
    if (name === "ordinal" && ["HandbookNode", "PointVersion"].includes(table)) return `t.ordinal + 1000 * n`
    return `t."${name}"`
  })
  await client.query(`insert into "${table}" (${names}) select ${values.join(", ")} from "${table}" t, generate_series(1, ${copies}) as n`)
}
