import type { Command } from "commander"
import { verifyChains } from "@/lib/audit/verify"
import { operator } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { fail, say } from "./say"

/** `audit verify` and `audit head`. */
export function auditCommands(program: Command): void {
  const audit = program.command("audit").description("the audit trail: one chain of hashes per unit")
  audit.command("verify").description("recompute every chain and name the first broken link").action(verify)
  audit.command("head").description("print the newest hash of every chain, to be kept elsewhere").action(head)
}

async function verify(): Promise<void> {
  const { verdicts, codes, mode } = await asReader(operator, async ({ tx }) => ({
    verdicts: await verifyChains(tx),
    codes: await codesOf(tx),
    mode: (await tx.installation.findFirst())?.mode ?? "honest",
  }))
  if (mode !== "honest") say(`This installation is marked ${mode}: its history may have been made with a clock of its own.`)
  for (const verdict of verdicts) {
    const code = codes.get(verdict.unitId) ?? verdict.unitId
    if (!verdict.broken) say(`ok ${code} ${verdict.events} events ${verdict.hash}${verdict.ownClock ? ` (${verdict.ownClock} with a clock of their own)` : ""}`)
    else say(`BROKEN ${code} at ${verdict.broken.sequence}: ${verdict.broken.problem}${verdict.broken.eventId ? ` event ${verdict.broken.eventId}` : ""}`)
  }
  const broken = verdicts.filter((verdict) => verdict.broken)
  if (broken.length > 0) fail(`${broken.length} of ${verdicts.length} chains broken`)
  say(`${verdicts.length} chains whole`)
}

async function head(): Promise<void> {
  const rows = await asReader(operator, async ({ tx }) => {
    const codes = await codesOf(tx)
    const heads = await tx.auditHead.findMany({ orderBy: { unitId: "asc" } })
    return heads.map((row) => ({ unit: codes.get(row.unitId) ?? row.unitId, sequence: Number(row.sequence), hash: row.hash }))
  })
  for (const row of rows) say(JSON.stringify(row))
}

type Reader = Parameters<Parameters<typeof asReader>[1]>[0]["tx"]

async function codesOf(tx: Reader): Promise<Map<string, string>> {
  const units = await tx.unit.findMany({ select: { id: true, code: true } })
  return new Map(units.map((unit) => [unit.id, unit.code]))
}
