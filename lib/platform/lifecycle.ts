/** What comes before a record exists: events that make one (`register`, `open`, `plan`) start here. */
export const none = "none"

type Target<S> = S | readonly S[]

/** A lifecycle as data. An event with several outcomes (a decision) lists them; an event that keeps the state names it again. */
export type Lifecycle<S extends string = string, E extends string = string> = {
  readonly name: string
  readonly initial: S
  readonly states: readonly S[]
  readonly events: readonly E[]
  readonly transitions: { readonly [from in S | typeof none]?: { readonly [event in E]?: Target<S> } }
}

export type StateOf<L> = L extends Lifecycle<infer S, string> ? S : never
export type EventOf<L> = L extends Lifecycle<string, infer E> ? E : never

/** `wrong-state`: the event does not exist in this state. `wrong-outcome`: it does, but does not lead there. */
export type RefusedTransition<S extends string = string, E extends string = string> = {
  readonly refused: "wrong-state" | "wrong-outcome"
  readonly state: S | typeof none
  readonly event: E
  readonly possible: readonly E[]
}

/** Declares a lifecycle; states and events in `transitions` are checked against the lists by the compiler. */
export function lifecycle<const S extends string, const E extends string>(table: {
  readonly name: string
  readonly initial: NoInfer<S>
  readonly states: readonly S[]
  readonly events: readonly E[]
  readonly transitions: Lifecycle<NoInfer<S>, NoInfer<E>>["transitions"]
}): Lifecycle<S, E> {
  return table
}

/** All states that `event` may lead to from `state`; empty when it is refused there. */
export function outcomes<S extends string, E extends string>(
  table: Lifecycle<S, E>, state: NoInfer<S> | typeof none, event: NoInfer<E>,
): readonly S[] {
  const row = table.transitions[state]
  const target: Target<S> | undefined = row === undefined || !Object.hasOwn(row, event) ? undefined : row[event]
  if (target === undefined) return []
  return typeof target === "string" ? [target] : target
}

/** The events that are possible in `state`, in the table's order. */
export function possibleEvents<S extends string, E extends string>(
  table: Lifecycle<S, E>, state: NoInfer<S> | typeof none,
): readonly E[] {
  return table.events.filter((event) => outcomes<S, E>(table, state, event).length > 0)
}

/** The state after `event`, or a named refusal. A decision with several outcomes needs the `outcome` it came to. */
export function next<S extends string, E extends string>(
  table: Lifecycle<S, E>, state: NoInfer<S> | typeof none, event: NoInfer<E>, outcome?: NoInfer<S>,
): S | RefusedTransition<S, E> {
  const targets = outcomes<S, E>(table, state, event)
  const [only] = targets
  if (outcome === undefined && only !== undefined && targets.length === 1) return only
  if (outcome !== undefined && targets.includes(outcome)) return outcome
  const refused = only === undefined ? "wrong-state" : "wrong-outcome"
  return { refused, state, event, possible: possibleEvents<S, E>(table, state) }
}

/** A state read from the database, where it is text. Throws for a word that the table does not know: the row is damaged. */
export function readState<S extends string, E extends string>(table: Lifecycle<S, E>, text: string): S {
  const state = table.states.find((known) => known === text)
  if (state === undefined) throw new Error(`${table.name}: unknown state ${JSON.stringify(text)}`)
  return state
}
