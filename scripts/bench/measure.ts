import { Agent, request } from "node:http"

/** Milliseconds of the middle one and of one in twenty, and how many a second with eight at a time. */
export type Figures = { p50: number; p95: number; perSecond: number }
/** An address, and what each request says of who asks: they take turns. */
export type Get = { url: string; headers: Record<string, string>[] }

const warmth = 12
const samples = 60
const rounds = 6
const connections = 8
const seconds = 2

/**
 * Asks for an address eight at once for the number, and then for it and for the floor it is compared with over connections that are kept, some
 * requests of the one, then of the other, so that other work on the machine slows both. The number comes first, as it warms: the floor has been
 * asked for as often by then. `floor` is the floor's middle time.
 */
export async function measureGet(target: Get, floor: Get): Promise<{ figures: Figures; floor: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let turn = 0
  const once = (one: Get) => () => get(one.url, one.headers[turn++ % one.headers.length], agent)
  try {
    for (let index = 0; index < warmth; index++) await once(target)()
    const perSecond = await rateOf(once(target))
    const [times, floors]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      floors.push(...(await timesOf(once(floor), samples / rounds)))
      times.push(...(await timesOf(once(target), samples / rounds)))
    }
    return { figures: figuresOf(times, perSecond), floor: at(sorted(floors), 0.5) }
  } finally {
    agent.destroy()
  }
}

/** The same for anything that may be done again and again, one after the other. */
export async function measure(once: () => Promise<unknown>): Promise<Figures> {
  for (let index = 0; index < warmth; index++) await once()
  return figuresOf(await timesOf(once, samples))
}

/** Of milliseconds that tries took; how many a second, unless told, by the tries themselves. */
export function figuresOf(times: number[], perSecond = (times.length * 1000) / times.reduce((sum, time) => sum + time, 0)): Figures {
  return { p50: at(sorted(times), 0.5), p95: at(sorted(times), 0.95), perSecond }
}

/** Milliseconds of each of `count` tries. */
export async function timesOf(once: (index: number) => Promise<unknown>, count: number): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index++) {
    const since = performance.now()
    await once(index)
    times.push(performance.now() - since)
  }
  return times
}

// What a share of the sorted times does not pass.
function at(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function sorted(times: number[]): number[] {
  return times.toSorted((one, other) => one - other)
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
