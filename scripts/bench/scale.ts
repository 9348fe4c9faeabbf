import pg from "pg"

// Each copy of a process brings its points, and each of these its owners, obligations, evidence and working papers with it.
const handbook = ["HandbookNode", "Step", "PointVersion"]
const papers = [
  "Test", "DesignTest", "ConformityTest", "Population", "PopulationItem", "Draw", "Sample", "AttributeJudgement", "TestConclusion", "TestReview",
]
const lived = ["Ownership", "Performer", "Obligation", "EvidenceRecord", "EvidenceVersion", "EvidenceFile", "EvidenceUse"]
const own = ["id", "nodeId", "stepId", "pointId", "pointVersionId"]
const ofPapers = ["testId", "populationId", "drawId", "sampleId", "itemId", "populationItemId"]
const ofEvidence = ["obligationId", "recordId", "versionId", "useId"]

type Copying = { keys: string[]; first: number; copies: number; where: (table: string) => string }

/** A key for a copy: as old as the one it is made from, and as good a UUIDv7. */
const mapper = `create function pg_temp.copied(old uuid, copy int) returns uuid language sql immutable as $$
  select (left(old::text, 14) || '7' || substr(m, 1, 3) || '-8' || substr(m, 4, 3) || '-' || substr(m, 7, 12))::uuid from md5(old::text || copy) as m $$`

/**
 * Grows the demonstration until EAST has `points` points that apply, each with its quarters of evidence and papers. A plant's are
 * there already, but for its closed quarter, whose handbook was thinner: its lines are multiplied. Only for measuring: past the
 * promises of the database, as its owner. Returns what EAST then has.
 */
export async function scaleTo(ownerUrl: string, points: number): Promise<{ points: number; lines: number }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(mapper)
    await client.query("begin")
    await client.query("set local session_replication_role = replica")
    const before = await countIn(client)
    const times = Math.max(1, Math.round(points / before.points))
    await copy(client, [...handbook, "Point", ...papers], {
      keys: [...own, ...ofPapers], first: 1, copies: Math.ceil((points / times - before.lines) / before.lines), where: (table) => closedQuarter[table] ?? "true",
    })
    await copy(client, [...handbook, "Point", ...lived, ...papers], { keys: [...own, ...ofPapers, ...ofEvidence], first: 101, copies: times - 1, where: () => "true" })
    await client.query("commit")
    await client.query("analyze")
    return await countIn(client)
  } finally {
    await client.end()
  }
}

const quarter = `select a.id from "Assessment" a join "Unit" u on u.id = a."unitId" where u.code = 'EAST' and a.quarter = '2026-Q3'`
const tests = `select t.id from "Test" t where t."assessmentId" = (${quarter})`
const editions = `t."editionId" = (select a."editionId" from "Assessment" a where a.id = (${quarter}))`
const closedQuarter: Record<string, string> = {
  HandbookNode: editions, Step: editions, PointVersion: editions, Test: `t."assessmentId" = (${quarter})`,
  Point: `t.id in (select "pointId" from "PointVersion" t where ${editions})`,
  DesignTest: `t."testId" in (${tests})`, ConformityTest: `t."testId" in (${tests})`, Population: `t."testId" in (${tests})`, Draw: `t."testId" in (${tests})`,
  Sample: `t."testId" in (${tests})`, TestConclusion: `t."testId" in (${tests})`, TestReview: `t."testId" in (${tests})`,
  PopulationItem: `t."populationId" in (select p.id from "Population" p where p."testId" in (${tests}))`,
  AttributeJudgement: `t."sampleId" in (select s.id from "Sample" s where s."testId" in (${tests}))`,
}

async function countIn(client: pg.Client): Promise<{ points: number; lines: number }> {
  const { rows: [counted] } = await client.query<{ points: number; lines: number }>(`
    select (select count(*)::int from "PointVersion" p join "Edition" e on e.id = p."editionId", "Unit" u where e.status = 'published' and u.code = 'EAST' and u.kind = any (p.kinds)) as points,
      (select count(*)::int from "Test" t where t."assessmentId" = (${quarter})) as lines`)
  if (!counted || counted.points === 0 || counted.lines === 0) throw new Error("the demonstration has no points or no closed quarter at EAST")
  return counted
}

// All is read before anything is written, so that no copy is copied again.
async function copy(client: pg.Client, tables: string[], { keys, first, copies, where }: Copying): Promise<void> {
  if (copies <= 0) return
  for (const table of tables) await client.query(`create temp table "kp_${table}" on commit drop as select * from "${table}" t where ${where(table)}`)
  for (const table of tables) {
    const { rows } = await client.query<{ name: string; type: string }>(
      `select column_name as name, udt_name as type from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`, [table])
    const names = rows.map(({ name }) => `"${name}"`).join(", ")
    const values = rows.map(({ name, type }) => {
      if (type === "uuid" && keys.includes(name)) return `pg_temp.copied(t."${name}", n)`
      // A plant's handbook has 37 elements and processes, of which the closed quarter's has a third: its lines stand in three times as many.
      if (name === "nodeCode") return `t."nodeCode" || '.' || least(n, 2)`
      if (name === "code") return `t.code || '.' || n`
      if (name === "number") return `t.number || '-' || n`
      if (name === "ordinal" && ["HandbookNode", "PointVersion"].includes(table)) return `t.ordinal + 1000 * n`
      return `t."${name}"`
    })
    await client.query(`insert into "${table}" (${names}) select ${values.join(", ")} from "kp_${table}" t, generate_series(${first}, ${first + copies - 1}) as n`)
    await client.query(`drop table "kp_${table}"`)
  }
}
