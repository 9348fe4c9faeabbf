import { randomBytes } from "node:crypto"
import { mkdir, open, rename, rm } from "node:fs/promises"
import path from "node:path"
import pg from "pg"
import { z } from "zod"
import { v7 } from "uuid"
import { at, type Figures, timesOf } from "./measure"
import type { Visitor } from "./people"
import type { Product } from "./product"

const tries = 30
const due = z.object({ items: z.array(z.object({ id: z.string(), kind: z.string(), periodEnd: z.string() })) })

/** Uploads of 1 MB of evidence one after the other, and the least that such an upload costs: the file synced, the rows inserted. */
export async function measureUpload(product: Product, { tokens }: Visitor): Promise<{ upload: Figures; floor: Figures }> {
  const headers = { authorization: `Bearer ${tokens[0]}` }
  const answer = await fetch(`${product.url}/api/v1/obligations?owner=me&status=due&limit=200`, { headers })
  const late = await fetch(`${product.url}/api/v1/obligations?owner=me&status=overdue&limit=200`, { headers })
  const obligations = [...due.parse(await answer.json()).items, ...due.parse(await late.json()).items].filter(({ kind }) => kind === "record")
  const send = async (index: number) => {
    const obligation = obligations[index]
    if (!obligation) throw new Error(`only ${obligations.length} obligations are due`)
    const fields = { obligationIds: obligation.id, kind: "review", occurredOn: obligation.periodEnd, reference: `B-${index}`, note: "bench" }
    const response = await fetch(`${product.url}/api/v1/evidence`, { method: "POST", headers: { ...headers, "content-type": `multipart/form-data; boundary=${boundary}` }, body: formOf(fields) })
    if (response.status !== 201) throw new Error(`upload: ${response.status} ${await response.text()}`)
    await response.arrayBuffer()
  }
  const count = Math.min(tries, obligations.length - 3)
  for (let index = 0; index < 3; index++) await send(index)
  return { upload: figures(await timesOf((index) => send(index + 3), count)), floor: await bare(product, count) }
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

function figures(times: number[]): Figures {
  return { p50: at(times, 0.5), p95: at(times, 0.95), perSecond: (times.length * 1000) / times.reduce((sum, time) => sum + time, 0) }
}

// Rows as an upload writes them: record, version, file, use, counter, key, event and its four subjects.
const rows = 11

async function bare({ ownerUrl, data }: Product, count: number): Promise<Figures> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const folder = path.join(data, "bench")
  await mkdir(folder, { recursive: true })
  await client.query(`create table bench_row (id uuid primary key, body text not null)`)
  try {
    return figures(await timesOf(async () => {
      await writeSynced(folder)
      await client.query("begin")
      for (let row = 0; row < rows; row++) await client.query(`insert into bench_row values ($1, $2)`, [v7(), "x".repeat(300)])
      await client.query("commit")
    }, count))
  } finally {
    await client.query("drop table bench_row")
    await client.end()
    await rm(folder, { recursive: true })
  }
}

async function writeSynced(folder: string): Promise<void> {
  const name = path.join(folder, v7())
  const file = await open(`${name}.part`, "w")
  await file.write(megabyte())
  await file.sync()
  await file.close()
  await rename(`${name}.part`, name)
  const directory = await open(folder)
  await directory.sync()
  await directory.close()
}
