import { parseArgs } from "node:util"
import { type Figures, type Get, measureGet } from "./measure"
import { visitorOf } from "./people"
import { type Product, startProduct } from "./product"
import { scaleTo } from "./scale"
import { replay, statementsOf } from "./statements"
import { targetsIn } from "./targets"
import { measureUpload } from "./upload"

const { values: { scale, only } } = parseArgs({ options: { scale: { type: "string", default: "plant" }, only: { type: "string", multiple: true } } })
// A plant has some 460 points; for a group everything is ten times as much.
const pointsOf: Record<string, number> = { plant: 460, group: 4600 }

const round = (value: number) => Math.round(value * 100) / 100

/** One line: `floor` in milliseconds, `ratio` how many times the floor the middle one takes. */
function tell(name: string, { p50, p95, perSecond }: Figures, floor: number): void {
  process.stdout.write(`${JSON.stringify({ name, p50_ms: round(p50), p95_ms: round(p95), per_second: round(perSecond), floor: round(floor), ratio: round(p50 / floor) })}\n`)
}

async function compare(product: Product, name: string, target: Get, blank: Get): Promise<void> {
  const ask = async () => (await fetch(target.url, { headers: target.headers[0] })).arrayBuffer()
  // Once before: what is kept for the process is read by the first who asks.
  await ask()
  const statements = await statementsOf(product, ask)
  const { figures, floor } = await measureGet(target, blank)
  tell(`${name} / blank page`, figures, floor)
  tell(`${name} / its ${statements.length} bare statements`, figures, (await replay(product, statements)).p50)
}

async function run(product: Product, points: number): Promise<void> {
  process.stderr.write(`EAST: ${JSON.stringify(await scaleTo(product.ownerUrl, points))}\n`)
  const reader = await visitorOf(product, "finance@demo.keypoint.example", 0)
  const page = (path: string): Get => ({ url: product.url + path, headers: [{ cookie: reader.cookie }] })
  const targets = await targetsIn(product)
  const [pages, lists] = [targets.pages.filter(wanted), targets.lists.filter(wanted)]
  const blank = page("/blank")
  await measureGet(blank, blank)
  const { figures, floor } = await measureGet(blank, blank)
  tell("blank page", figures, floor)
  for (const path of pages) await attempt(path, () => compare(product, `page ${nameOf(path)}`, page(path), blank))
  const { tokens } = await visitorOf(product, "finance@demo.keypoint.example")
  const list = (path: string): Get => ({ url: `${product.url}/api/v1${path}`, headers: tokens.map((token) => ({ authorization: `Bearer ${token}` })) })
  for (const path of lists) await attempt(path, () => compare(product, `api ${nameOf(path)}`, list(path), blank))
  if (!wanted("upload")) return
  await attempt("upload", async () => {
    const { upload, floor, own, statements } = await measureUpload(product, await visitorOf(product, "owner@demo.keypoint.example"))
    tell("upload 1 MB / the file synced and the rows inserted", upload, floor.p50)
    tell(`upload 1 MB / the file synced and its ${statements} bare statements`, upload, own.p50)
  })
}

/** A target that fails is told and ends in failure, after the others. */
async function attempt(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

/** Whether a page, a list or `upload` is to be measured: all are, unless some were named as they are printed. */
function wanted(path: string): boolean {
  return only === undefined || only.includes(nameOf(path))
}

function nameOf(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…")
}

const points = pointsOf[scale]
if (points === undefined) {
  process.stderr.write("bench: --scale is plant or group\n")
  process.exit(2)
}
const product = await startProduct()
const stop = () => void product.stop().then(() => process.exit(130))
process.once("SIGINT", stop).once("SIGTERM", stop)
try {
  await run(product, points)
} finally {
  await product.stop()
}
