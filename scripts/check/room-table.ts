/** What a file of a room may import: the table in docs/architecture, as data. `types` are allowed for `import type` only. */
export type Allowed = {
  readonly own: readonly string[]
  readonly others: readonly string[]
  readonly types: readonly string[]
  readonly database: boolean
  packages(name: string): boolean
  platform?(name: string): boolean
}

const pure = ["schema", "rules", "policy", "events"]
const audit = ["events", "record", "verify"]
const shared = [...pure, "queries", "commands", "record"]

const isFramework = (name: string) => /^(next|react|react-dom|next-auth|next-intl)(\/|$)/.test(name)
const isServer = (name: string) => name.startsWith("node:") && name !== "node:crypto"
const noFramework = (name: string) => !isFramework(name)
const plain = (name: string) => !isFramework(name) && !isServer(name) && name !== "server-only"

/** Parts of the platform that reach the world outside: what is pure imports at most their types. */
const isWorldly = (name: string) => /^(door|session|action|endpoint|storage|mail|jobs|outbox|documents|workbook|env|clock|migrate|log)(\/|$)/.test(name)

const pureFile = { own: pure, others: pure, types: ["queries"], database: false, packages: plain, platform: (name: string) => !isWorldly(name) }

export const roomTable: Readonly<Record<string, Allowed>> = {
  schema: { ...pureFile, own: ["schema", "rules"], others: ["schema", "rules"], packages: (name) => name === "zod" },
  rules: pureFile,
  policy: pureFile,
  events: pureFile,
  queries: { own: [...pure, "queries"], others: [...pure, "queries"], types: [], database: true, packages: (name) => !/^next(-auth|-intl)?(\/|$)/.test(name) },
  commands: { own: shared, others: shared, types: [], database: true, packages: noFramework },
  record: { own: audit, others: pure, types: [], database: true, packages: noFramework },
  verify: { own: [...audit, "queries"], others: pure, types: [], database: true, packages: noFramework },
  actions: { own: ["schema", "commands", "queries", "actions"], others: ["schema", "commands", "queries"], types: pure, database: false, packages: () => true },
  api: { own: [...shared, "api", "documents", "workbook"], others: shared, types: [], database: false, packages: noFramework },
  workbook: { own: [...shared, "workbook"], others: shared, types: [], database: false, packages: noFramework },
  documents: { own: [...shared, "documents"], others: [...shared, "documents"], types: [], database: false, packages: noFramework },
  jobs: { own: [...shared, "jobs", "documents", "workbook"], others: shared, types: [], database: false, packages: noFramework },
}
