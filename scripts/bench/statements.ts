import { open, stat } from "node:fs/promises"
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { type Figures, measure } from "./measure"
import type { Product } from "./product"

export type Statement = { text: string; values: (string | null)[] }

/** The statements that PostgreSQL is asked while `run` runs, with their values, in their order for each connection. */
export async function statementsOf({ ownerUrl, log }: Product, run: () => Promise<unknown>): Promise<Statement[]> {
  await setting(ownerUrl, "alter system set log_statement = 'all'", "alter system set log_line_prefix = '@@%p@@'")
  await sleep(300)
  const from = (await stat(log)).size
  await run()
  await sleep(150)
  const text = await readFrom(log, from)
  await setting(ownerUrl, "alter system reset log_statement")
  return parse(text)
}

/** How long the same statements take by themselves: on one connection, as the application's role, through the door, prepared as Keypoint's are. */
export async function replay({ appUrl }: Product, statements: Statement[]): Promise<Figures> {
  const texts = [...new Set(statements.map(({ text }) => text))]
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  try {
    return await measure(async () => {
      for (const { text, values } of statements) await client.query({ name: `bench_${texts.indexOf(text)}`, text, values })
    })
  } finally {
    await client.end()
  }
}

async function setting(ownerUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  for (const statement of [...statements, "select pg_reload_conf()"]) await client.query(statement)
  await client.end()
  await sleep(100)
}

async function readFrom(file: string, from: number): Promise<string> {
  const handle = await open(file)
  try {
    return (await handle.read({ position: from, buffer: Buffer.alloc((await handle.stat()).size - from) })).buffer.toString("utf8")
  } finally {
    await handle.close()
  }
}

function parse(log: string): Statement[] {
  const byConnection = new Map<string, Statement[]>()
  for (const entry of log.split(/^@@(?=\d+@@)/m)) {
    const [, connection = "", kind = "", rest = ""] = /^(\d+)@@(LOG|DETAIL): {2}([\s\S]*)$/.exec(entry.trimEnd()) ?? []
    const known = byConnection.get(connection) ?? []
    byConnection.set(connection, known)
    const text = /^(?:statement|execute [^:]*): ([\s\S]*)$/.exec(rest)?.[1]
    const last = known.at(-1)
    if (kind === "LOG" && text !== undefined) known.push({ text, values: [] })
    else if (kind === "DETAIL" && last) last.values = valuesOf(rest)
  }
  const ofServer = [...byConnection.values()].filter((statements) => statements.some(({ text }) => /\bkp_/.test(text)))
  return ofServer.flatMap((statements) => statements.filter(({ text }) => !/pgboss|pg_reload_conf|alter system/.test(text)))
}

// Parameters: $1 = 'it''s', $2 = NULL
function valuesOf(detail: string): (string | null)[] {
  return [...detail.matchAll(/\$\d+ = (NULL|'((?:[^']|'')*)')/g)].map(([, all, text = ""]) => (all === "NULL" ? null : text.replaceAll("''", "'")))
}
