import path from "node:path"
import { pathToFileURL } from "node:url"
import { z } from "zod"

const whole = (value: string) => /^\d+$/.test(value)
const address = (...schemes: string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), {
    error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}:`).join(" or ")}`,
  })
const database = address("postgresql", "postgres").refine((value) => URL.canParse(value) && new URL(value).pathname.length > 1, {
  error: "must name a database, as in postgresql://user:password@host:5432/database",
})

const issuer = address("https", "http").refine((value) => URL.canParse(value) && (new URL(value).protocol === "https:" || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(value).hostname)), {
  error: "must begin with https: (http: only on this machine)",
})

const schema = z
  .object({
    PORT: z.string().refine((value) => whole(value) && Number(value) >= 1 && Number(value) <= 65535, { error: "must be a whole number from 1 to 65535" }).default("3000").transform(Number),
    KEYPOINT_DATA: z.string().default(".data").transform((value) => path.resolve(value)),
    KEYPOINT_SEED: z.enum(["demo", "handbook", "none"], { error: "must be demo, handbook or none" }).default("demo"),
    KEYPOINT_DEMO_PASSWORD: z.string().optional(),
    KEYPOINT_URL: address("http", "https").refine((value) => URL.canParse(value) && new URL(value).pathname === "/", { error: "must have no path" }).optional(),
    DATABASE_URL: database.optional(),
    DATABASE_APP_URL: database.optional(),
    STORAGE_URL: address("file").optional(),
    SMTP_URL: address("smtp", "smtps").optional(),
    MAIL_FROM: z.string().includes("@", { error: "must be a mail address, or Name <address>" }).optional(),
    OIDC_ISSUER: issuer.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_EMPLOYEE_CLAIM: z.string().optional(),
    OIDC_DEPARTMENT_CLAIM: z.string().optional(),
    OIDC_DISABLED_CLAIM: z.string().optional(),
    KEYPOINT_AUTH_SECRET: z.string().min(32, { error: "must have at least 32 characters" }).optional(),
  })
  .refine((values) => !values.SMTP_URL || values.MAIL_FROM, { path: ["MAIL_FROM"], error: "is needed with SMTP_URL" })
  .refine((values) => !values.OIDC_ISSUER || values.OIDC_CLIENT_ID, { path: ["OIDC_CLIENT_ID"], error: "is needed with OIDC_ISSUER" })
  .refine((values) => !values.OIDC_ISSUER || values.OIDC_CLIENT_SECRET, { path: ["OIDC_CLIENT_SECRET"], error: "is needed with OIDC_ISSUER" })
  .refine((values) => values.OIDC_ISSUER || (!values.OIDC_CLIENT_ID && !values.OIDC_CLIENT_SECRET), { path: ["OIDC_ISSUER"], error: "is needed with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET" })
  .transform((values) => ({
    port: values.PORT,
    /** Absolute path of the folder that holds the embedded database, files and secrets. */
    dataFolder: values.KEYPOINT_DATA,
    seed: values.KEYPOINT_SEED,
    demoPassword: values.KEYPOINT_DEMO_PASSWORD,
    /** The public address, without a slash at its end. */
    url: (values.KEYPOINT_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ""),
    /** The owner's address: known to migrations, the seed and the command line, never to the server. */
    databaseUrl: values.DATABASE_URL,
    databaseAppUrl: values.DATABASE_APP_URL,
    storageUrl: values.STORAGE_URL ?? pathToFileURL(path.join(values.KEYPOINT_DATA, "files")).href,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    /** Single sign-on with the company's own provider (OpenID Connect). */
    openId: values.OIDC_ISSUER && values.OIDC_CLIENT_ID && values.OIDC_CLIENT_SECRET
      ? { issuer: values.OIDC_ISSUER, clientId: values.OIDC_CLIENT_ID, clientSecret: values.OIDC_CLIENT_SECRET, claims: { employeeNumber: values.OIDC_EMPLOYEE_CLAIM, department: values.OIDC_DEPARTMENT_CLAIM, disabled: values.OIDC_DISABLED_CLAIM } } : undefined,
    authSecret: values.KEYPOINT_AUTH_SECRET,
  }))

export type Environment = z.output<typeof schema>

/** What is wrong with the environment: one line for each wrong value. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError"
}

/** Checks and completes environment variables (an empty one counts as not set). Throws `EnvironmentError`. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`)
  throw new EnvironmentError([...new Set(lines)].join("\n"))
}

let current: Environment | undefined

/** The environment of this process, checked once. */
export function environment(): Environment {
  return (current ??= readEnvironment(process.env))
}
