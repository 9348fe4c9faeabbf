import { lifecycle } from "@/lib/platform/lifecycle"

/** Statement, letter and confirmation (lifecycles.md). `prepare` of a ready one takes the facts anew. */
export const statementLifecycle = lifecycle({
  name: "statement",
  initial: "drafted",
  states: ["drafted", "ready", "signed", "countersigned", "refused", "withdrawn"],
  events: ["prepare", "sign", "refuse", "countersign", "withdraw"],
  transitions: {
    drafted: { prepare: "ready", withdraw: "withdrawn" },
    ready: { prepare: "ready", sign: "signed", refuse: "refused", withdraw: "withdrawn" },
    signed: { countersign: "countersigned", withdraw: "withdrawn" },
    countersigned: { withdraw: "withdrawn" },
  },
})

export type StatementState = (typeof statementLifecycle.states)[number]
export type StatementEvent = (typeof statementLifecycle.events)[number]

/** How many of them bear a signature that stands, and how many wait for one. */
export function tally(states: readonly StatementState[]): { signed: number; waiting: number } {
  const signed = states.filter((state) => state === "signed" || state === "countersigned").length
  return { signed, waiting: states.filter((state) => state === "ready").length }
}
