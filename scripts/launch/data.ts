import { randomBytes } from "node:crypto"
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs"
import path from "node:path"
import { z } from "zod"

const secret = () => randomBytes(24).toString("base64url")

const secretsSchema = z.object({
  ownerPassword: z.string().default(secret),
  appPassword: z.string().default(secret),
  authSecret: z.string().default(secret),
  /** Kept until the demonstration is complete and the password has been shown. */
  demoPassword: z.string().optional(),
})

const stateSchema = z.object({
  postgresPort: z.number().optional(),
  /** Where the embedded PostgreSQL lives when its user cannot reach this folder. */
  postgresHome: z.string().optional(),
  /** By database: whether its first seeding is wanted or done. */
  seeding: z.record(z.string(), z.enum(["wanted", "done"])).default({}),
})

export type Secrets = z.infer<typeof secretsSchema>
export type State = z.infer<typeof stateSchema>

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {}
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

/** Writes beside and renames, so that a file is whole however the process ends; `first`: unless another was quicker. */
function write(file: string, value: unknown, first = false) {
  const half = `${file}.${process.pid}`
  const descriptor = openSync(half, "w", 0o600)
  writeSync(descriptor, `${JSON.stringify(value, null, 2)}\n`)
  fsyncSync(descriptor)
  closeSync(descriptor)
  if (!first) return renameSync(half, file)
  try {
    linkSync(half, file)
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error
  }
  rmSync(half)
}

/** The folder KEYPOINT_DATA: what the launcher remembers there, and its secrets (mode 0600). */
export function openData(folder: string) {
  try {
    // Others may pass through, since PostgreSQL runs as another user than root, but not look around.
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  } catch (error) {
    throw new Error(`KEYPOINT_DATA cannot be a folder at ${folder}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
  const secretsFile = path.join(folder, "secrets.json")
  const stateFile = path.join(folder, "launcher.json")
  // Of two at once, both must know the password that the cluster is made with.
  write(secretsFile, secretsSchema.parse(read(secretsFile)), true)
  const found = read(secretsFile)
  let secrets = secretsSchema.parse(found)
  if (JSON.stringify(found) !== JSON.stringify(secrets)) write(secretsFile, secrets)
  let state = stateSchema.parse(read(stateFile))
  return {
    folder,
    secrets: () => secrets,
    state: () => state,
    keepSecrets: (change: Partial<Secrets>) => write(secretsFile, (secrets = { ...secrets, ...change })),
    remember: (change: Partial<State>) => write(stateFile, (state = { ...stateSchema.parse(read(stateFile)), ...change })),
  }
}

export type Data = ReturnType<typeof openData>
