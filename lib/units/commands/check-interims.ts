import { interimNeedsIn, someNames } from "@/lib/handovers/queries/interim"
import type { Work } from "@/lib/platform/door"
import { say, type Planning } from "./planning"

/** Whose going would be refused when it is confirmed, because nobody answers meanwhile, is said at the row, with who could be named. */
export async function checkInterims({ tx }: Pick<Work, "tx">, p: Planning): Promise<void> {
  const going = [...p.writes.leaves.map(({ id }) => ({ id, column: "to" })), ...p.writes.moves.map(({ id }) => ({ id, column: "unit" }))]
  const owning = new Set(p.before.owned.map(({ personId }) => personId))
  for (const { id, column } of going.filter((one) => owning.has(one.id))) {
    const row = p.content.people.find(({ email }) => email.trim().toLowerCase() === p.people.get(id)?.email.toLowerCase())
    const lacking = (await interimNeedsIn(tx, id, p.day)).find(({ byDefault }) => byDefault === null)
    if (lacking) say(p, "people", row?.row ?? 1, column, lacking.able.length > 0 ? "no-interim" : "no-interim-at-all", { names: someNames(lacking.able) })
  }
}
