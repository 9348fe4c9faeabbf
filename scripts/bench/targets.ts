import pg from "pg"
import type { Product } from "./product"

export type Targets = { pages: string[]; lists: string[] }

/** Each main page and each list of the API, with keys of EAST in them. */
export async function targetsIn({ ownerUrl }: Product): Promise<Targets> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const one = async (sql: string) => (await client.query<{ id: string }>(sql)).rows[0]?.id ?? ""
  try {
    const east = await one(`select id from "Unit" where code = 'EAST'`)
    const of = (table: string, where = "true") => one(`select id from "${table}" where "unitId" = '${east}' and ${where} order by id limit 1`)
    const assessment = await of("Assessment", `quarter = '2026-Q3'`)
    const test = await of("Test", `"assessmentId" = '${assessment}' and conclusion = 'effective'`)
    const record = await of("EvidenceRecord")
    const deficiency = await of("Deficiency")
    const statement = await of("Statement")
    const point = await one(`select "pointId" as id from "PointVersion" where code = '3.1.2.4'`)
    return {
      pages: [
        "/", "/handbook", "/handbook/3.1", "/handbook/points", `/handbook/points/${point}`, "/units", `/units/${east}`, `/units/${east}/people`, `/units/${east}/ownership`,
        "/evidence", "/evidence/waiting", `/evidence/records/${record}`, "/assessments", `/assessments/${assessment}`, `/assessments/${assessment}?lines=all`,
        `/assessments/${assessment}/tests/${test}`, "/deficiencies", `/deficiencies/${deficiency}`, "/deficiencies/report", "/statements", `/statements/${statement}`, "/releases", "/audit", "/settings",
      ],
      lists: [
        "/units", "/people", `/units/${east}/ownership`, "/control-points?unit=EAST", "/editions", "/obligations?unit=EAST", "/assessments", `/assessments/${assessment}/tests`,
        "/deficiencies", "/statements", "/engagements", "/audit-events",
      ],
    }
  } finally {
    await client.end()
  }
}
