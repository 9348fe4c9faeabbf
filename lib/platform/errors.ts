import type { Refusal } from "@/lib/platform/refusal"

const named: Record<string, Refusal> = {
  KP001: { code: "wrong-state", message: "common.refusals.immutable" },
  KP002: { code: "separation-of-duties", message: "common.refusals.separation-of-duties" },
  KP003: { code: "wrong-state", message: "common.refusals.sealed" },
  KP004: { code: "not-found", message: "common.refusals.not-found" },
  KP006: { code: "not-allowed", message: "common.refusals.clock" },
  P2002: { code: "conflict", message: "common.refusals.conflict" },
  P2025: { code: "not-found", message: "common.refusals.not-found" },
  "23505": { code: "conflict", message: "common.refusals.conflict" },
  "23P01": { code: "conflict", message: "common.refusals.conflict" },
  "42501": { code: "not-found", message: "common.refusals.not-found" },
}

/** What the database refused, as a refusal; null when it is a fault of ours. */
export function databaseRefusal(error: unknown): Refusal | null {
  for (const code of codes(error)) {
    const refusal = named[code]
    if (refusal) return refusal
  }
  return null
}

/** Deadlocks and lost serialisations pass: the whole command is tried again. */
export function isPassing(error: unknown): boolean {
  return codes(error).some((code) => ["40P01", "40001", "P2034"].includes(code))
}

const awayCodes = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "57P01", "57P02", "57P03", "53300", "08001", "08003", "08006", "P1001", "P1002", "P1008", "P1017", "P2024"]

// What PostgreSQL's client says without any code: no connection became free in time, or one broke off.
const brokenOff = /^(timeout exceeded when trying to connect|Connection terminated|Client (has encountered a connection error|was closed))/

/** The database does not answer just now: it is down, starting, or full of connections. */
export function isAway(error: unknown): boolean {
  return codes(error).some((code) => awayCodes.includes(code))
}

// Prisma wraps what Postgres said differently for raw and for model queries, so every code on the way down counts.
function codes(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 6) return []
  const here = Object.entries(error).flatMap(([key, value]) =>
    (key === "code" || key === "originalCode") && typeof value === "string" ? [value] : codes(value, depth + 1),
  )
  const message = error instanceof Error ? (/Code: `(\w{5})`/.exec(error.message)?.[1] ?? /\b(KP00\d)\b/.exec(error.message)?.[1]) : undefined
  const broken = error instanceof Error && brokenOff.test(error.message) ? ["ECONNRESET"] : []
  return [...here, ...broken, ...(message ? [message] : []), ...("cause" in error && error instanceof Error ? codes(error.cause, depth + 1) : [])]
}
