import { Agent, request } from "node:http"

/** Milliseconds of the middle one and of one in twenty, and how many a second with eight at a time. */
export type Figures = { p50: number; p95: number; perSecond: number }
/** An address, and what each request says of who asks: they take turns. */
export type Get = { url: string; headers: Record<string, string>[] }

const warmth = 12
const samples = 60
const connections = 8
const seconds = 2

/** Asks for an address over connections that are kept: one after the other for the time, eight at once for the number. */
export async function measureGet(target: Get): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  try {
    let turn = 0
    return await measure(() => get(target.url, target.headers[turn++ % target.headers.length], agent))
  } finally {
    agent.destroy()
  }
}

/** The same for anything that may be done again and again. */
export async function measure(once: () => Promise<unknown>, atOnce = true): Promise<Figures> {
  for (let index = 0; index < warmth; index++) await once()
  const times = await timesOf(once, samples)
  const perSecond = atOnce ? await rateOf(once) : 1000 / at(times, 0.5)
  return { p50: at(times, 0.5), p95: at(times, 0.95), perSecond }
}

/** Milliseconds of each of `count` tries, sorted. */
export async function timesOf(once: (index: number) => Promise<unknown>, count: number): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const since = performance.now()
    await once(index)
    times.push(performance.now() - since)
  }
  return times.sort((one, other) => one - other)
}

/** What a share of the sorted times does not pass. */
export function at(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

async function rateOf(once: () => Promise<unknown>): Promise<number> {
  const since = performance.now()
  let done = 0
  const work = async () => {
    while (performance.now() - since < seconds * 1000) {
      await once()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  return (done * 1000) / (performance.now() - since)
}

function get(url: string, headers: Record<string, string> | undefined, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers }, (response) => {
      response.once("end", () => (response.statusCode === 200 ? resolve() : reject(new Error(`${url}: status ${response.statusCode}`)))).once("error", reject).resume()
    }).once("error", reject).end()
  })
}
