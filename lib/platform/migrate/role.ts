import pg from "pg"

type Wanted = { owner: pg.Client; appUrl: string }

const powers = ["rolsuper", "rolcreatedb", "rolcreaterole", "rolbypassrls", "rolreplication"] as const

/** The address of the role `keypoint_<database>` on the owner's server. */
export function appUrlFor(ownerUrl: string, password: string) {
  const url = new URL(ownerUrl)
  const database = decodeURIComponent(url.pathname.slice(1))
  url.username = encodeURIComponent(`keypoint_${database}`.slice(0, 63))
  url.password = encodeURIComponent(password)
  return url.toString()
}

async function canSignIn(appUrl: string) {
  const client = new pg.Client({ connectionString: appUrl })
  client.on("error", () => {})
  const refused = await client.connect().then(() => "", (error: unknown) => (error instanceof Error ? error.message : String(error)))
  await client.end().catch(() => {})
  return refused
}

async function checkPowers({ owner, appUrl }: Wanted, role: string) {
  const { rows } = await owner.query<Record<string, boolean>>(
    `select ${powers.join(", ")}, pg_has_role(rolname, current_user, 'member') as owns from pg_roles where rolname = $1`,
    [role],
  )
  const found = rows[0] ?? {}
  const had = [...powers, "owns"].filter((power) => found[power])
  if (had.length === 0) return
  throw new Error(`The role ${role} of ${withoutPassword(appUrl)} must own nothing and have no powers, but has ${had.join(", ")}: name another in DATABASE_APP_URL.`)
}

function withoutPassword(address: string) {
  const url = new URL(address)
  url.password = ""
  return url.toString()
}

/** Makes the login role that the server works as, or brings its password up to date; returns its name. Throws with what to do instead. */
export async function ensureRole({ owner, appUrl }: Wanted) {
  const url = new URL(appUrl)
  const role = decodeURIComponent(url.username)
  const password = decodeURIComponent(url.password)
  const quoted = owner.escapeIdentifier(role)
  const { rowCount } = await owner.query("select 1 from pg_roles where rolname = $1", [role])
  if (!rowCount) {
    await owner.query(`create role ${quoted} login password ${owner.escapeLiteral(password)} nosuperuser nocreatedb nocreaterole nobypassrls noreplication`).catch((error: unknown) => {
      throw new Error(
        `The role ${role}, which the server works as, could not be made (${error instanceof Error ? error.message : error}). ` +
          `Make it as an administrator: create role ${quoted} login password '…' nosuperuser nocreatedb nocreaterole nobypassrls; then set DATABASE_APP_URL.`,
      )
    })
  }
  await checkPowers({ owner, appUrl }, role)
  await owner.query(`grant connect on database ${owner.escapeIdentifier(owner.database ?? "")} to ${quoted}`).catch(() => {})
  if (!(await canSignIn(appUrl))) return role
  await owner.query(`alter role ${quoted} login password ${owner.escapeLiteral(password)}`).catch(() => {})
  const refused = await canSignIn(appUrl)
  if (refused) throw new Error(`The role ${role} cannot sign in at ${withoutPassword(appUrl)}: ${refused}. Set DATABASE_APP_URL.`)
  return role
}
