import { randomBytes } from "node:crypto"
import { mkdir, open, rename, rm } from "node:fs/promises"
import { Agent, request } from "node:http"
import path from "node:path"
import pg from "pg"
import { z } from "zod"
import { v7 } from "uuid"
import { type Figures, figuresOf, timesOf } from "./measure"
import type { Visitor } from "./people"
import type { Product } from "./product"
import { type Statement, statementsOf } from "./statements"

// Several records may answer one obligation, so few obligations bear many tries.
const tries = 40
const rounds = 5
const warmth = 20
const due = z.object({ items: z.array(z.object({ id: z.string(), kind: z.string(), periodEnd: z.string() })) })

/**
 * Uploads of 1 MB of evidence one after the other; the least that such an upload could cost: the file synced, plain rows inserted;
 * and the file synced with the statements of a real upload: keys, checks, row-level security, audit chain and all.
 */
export async function measureUpload(product: Product, { tokens }: Visitor): Promise<{ upload: Figures; floor: Figures; own: Figures; statements: number }> {
  const headers = { authorization: `Bearer ${tokens[0]}` }
  const answer = await fetch(`${product.url}/api/v1/obligations?owner=me&status=due&limit=200`, { headers })
  const late = await fetch(`${product.url}/api/v1/obligations?owner=me&status=overdue&limit=200`, { headers })
  const obligations = [...due.parse(await answer.json()).items, ...due.parse(await late.json()).items].filter(({ kind }) => kind === "record")
  if (obligations.length === 0) throw new Error("no obligation is due")
  const bodies = Array.from({ length: warmth + tries }, (_, index) => {
    const { id, periodEnd } = obligations[index % obligations.length] ?? { id: "", periodEnd: "" }
    return formOf({ obligationIds: id, kind: "review", occurredOn: periodEnd, reference: `B-${index}`, note: "bench" })
  })
  const agent = new Agent({ keepAlive: true })
  const send = (index: number) => post(`${product.url}/api/v1/evidence`, { ...headers, "content-type": `multipart/form-data; boundary=${boundary}` }, bodies[index], agent)
  const floor = await bare(product)
  try {
    for (let index = 0; index < warmth; index++) await send(index)
    const since = Date.now()
    const statements = await statementsOf(product, () => send(warmth))
    const again = await bareStatements(product, statements, since)
    const [uploads, floors, owns]: [number[], number[], number[]] = [[], [], []]
    // In turns, so that other work on the machine slows both.
    for (let round = 0; round < rounds; round++) {
      floors.push(...(await timesOf(floor.once, tries / rounds)))
      owns.push(...(await timesOf(again.once, tries / rounds)))
      uploads.push(...(await timesOf((index) => send(warmth + round * (tries / rounds) + index), tries / rounds)))
    }
    await again.end()
    return { upload: figuresOf(uploads), floor: figuresOf(floors), own: figuresOf(owns), statements: statements.length }
  } finally {
    agent.destroy()
    await floor.end()
  }
}

// Not fetch: its own handling of a body takes as long as the server's.
function post(url: string, headers: Record<string, string>, body: Uint8Array | undefined, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    request(url, { method: "POST", agent, headers: { ...headers, "content-length": body?.length ?? 0 } }, (response) => {
      response.once("end", () => (response.statusCode === 201 ? resolve() : reject(new Error(`upload: status ${response.statusCode}`)))).once("error", reject).resume()
    }).once("error", reject).end(body)
  })
}

const boundary = "keypoint-bench"

// Made by hand: fetch's own forms cost as much as the upload.
function formOf(fields: Record<string, string>): Uint8Array<ArrayBuffer> {
  const part = (head: string) => `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n`
  const text = Object.entries(fields).map(([name, value]) => `${part(`name="${name}"`)}\r\n${value}\r\n`).join("")
  const file = `${part('name="file"; filename="bench.pdf"')}content-type: application/pdf\r\n\r\n`
  return new Uint8Array(Buffer.concat([Buffer.from(text + file), megabyte(), Buffer.from(`\r\n--${boundary}--\r\n`)]))
}

function megabyte(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(1024 * 1024)
  bytes.set(randomBytes(bytes.length))
  bytes.set(new TextEncoder().encode("%PDF-1.7\n"))
  return bytes
}

// Rows as an upload writes them: record, version, file, use, counter, key, event and its four subjects.
const rows = 11

async function bare({ ownerUrl, data }: Product): Promise<{ once: () => Promise<void>; end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const folder = path.join(data, "bench")
  await mkdir(folder, { recursive: true })
  await client.query(`create table bench_row (id uuid primary key, body text not null)`)
  const content = megabyte()
  const once = async () => {
    await writeSynced(folder, content)
    await client.query("begin")
    for (let row = 0; row < rows; row++) await client.query(`insert into bench_row values ($1, $2)`, [v7(), "x".repeat(300)])
    await client.query("commit")
  }
  const end = async () => {
    await client.query("drop table bench_row")
    await client.end()
    await rm(folder, { recursive: true })
  }
  return { once, end }
}

/** The statements of one upload asked again over one connection as the application's role, with keys and a number of their own each time. */
async function bareStatements({ appUrl, data }: Product, statements: Statement[], since: number): Promise<{ once: () => Promise<void>; end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  const folder = path.join(data, "bench")
  const content = megabyte()
  const made = new Set(statements.flatMap(({ values }) => values.flatMap((value) => value?.match(keys)?.filter((key) => bornAt(key) >= since) ?? [])))
  const texts = [...new Set(statements.map(({ text }) => text))]
  let turn = 0
  const once = async () => {
    turn += 1
    const fresh = new Map([...made].map((key) => [key, v7()]))
    const renewed = (value: string | null) => value && value.replaceAll(keys, (key) => fresh.get(key) ?? key).replace(number, `$1${turn}`)
    await writeSynced(folder, content)
    for (const { text, values } of statements) await client.query({ name: `own_${texts.indexOf(text)}`, text, values: values.map(renewed) })
  }
  return { once, end: () => client.end() }
}

const keys = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
// A record's number: what stands before the year, the year, the count.
const number = /^(\p{L}+-\d{4}-\d+)$/u

// The first 48 bits of a version 7 key are milliseconds.
function bornAt(key: string): number {
  return Number.parseInt(key.replace("-", "").slice(0, 12), 16)
}

async function writeSynced(folder: string, content: Uint8Array): Promise<void> {
  const name = path.join(folder, v7())
  const file = await open(`${name}.part`, "w")
  await file.write(content)
  await file.sync()
  await file.close()
  await rename(`${name}.part`, name)
  const directory = await open(folder)
  await directory.sync()
  await directory.close()
}
