import { none, outcomes, type Lifecycle } from "../../lib/platform/lifecycle"

const head = `# Lifecycles

Drawn from the tables in \`lib/*/rules\` by \`npm run lifecycles\`; \`npm run check\` sees that it is current. A pair of state and event that a
table does not list is refused.
`

/** The page \`docs/lifecycles.md\`: a diagram and a table of each lifecycle. */
export function drawn(tables: readonly Lifecycle[]): string {
  return [head, ...tables.map(section)].join("\n")
}

function section(table: Lifecycle): string {
  const steps = [none, ...table.states].flatMap((from) => table.events.flatMap((event) => outcomes(table, from, event).map((to) => ({ from, event, to }))))
  const begun = steps.some(({ from }) => from === none)
  const last = table.states.filter((state) => steps.every(({ from, to }) => from !== state || to === state))
  return [
    `## ${table.name}\n`,
    "```mermaid\nstateDiagram-v2",
    ...table.states.map((state) => `  state "${state}" as ${mark(state)}`),
    ...(begun ? [] : [`  [*] --> ${mark(table.initial)}`]),
    ...steps.map(({ from, event, to }) => `  ${mark(from)} --> ${mark(to)}: ${event}`),
    ...last.map((state) => `  ${mark(state)} --> [*]`),
    "```\n",
    "| state | event | next |\n|---|---|---|",
    ...steps.map(({ from, event, to }) => `| ${from === none ? "" : from} | \`${event}\` | ${to} |`),
    "",
  ].join("\n")
}

/** Mermaid's names bear no hyphen. */
function mark(state: string): string {
  return state === none ? "[*]" : state.replaceAll("-", "_")
}
