import path from "node:path"
import { pathToFileURL } from "node:url"
import { expect, test } from "vitest"
import { EnvironmentError, readEnvironment } from "./env.ts"

function problems(source: Record<string, string>) {
  try {
    readEnvironment(source)
    return []
  } catch (error) {
    return error instanceof EnvironmentError ? error.message.split("\n") : [String(error)]
  }
}

test("nothing need be set", () => {
  const environment = readEnvironment({})
  expect(environment).toMatchObject({ port: 3000, seed: "demo", url: "http://localhost:3000", dataFolder: path.resolve(".data") })
  expect(environment.storageUrl).toBe(pathToFileURL(path.resolve(".data/files")).href)
})

test("an empty value counts as not set", () => {
  expect(readEnvironment({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, databaseUrl: undefined })
})

test("the public address follows the port and loses its last slash", () => {
  expect(readEnvironment({ PORT: "3100" }).url).toBe("http://localhost:3100")
  expect(readEnvironment({ KEYPOINT_URL: "https://keypoint.example/" }).url).toBe("https://keypoint.example")
})

test("each wrong value has its line", () => {
  const lines = problems({ PORT: "80a", KEYPOINT_SEED: "test", DATABASE_URL: "mysql://a/b", STORAGE_URL: "ftp://a", SMTP_URL: "smtp://mail.example" })
  expect(lines).toContain("PORT must be a whole number from 1 to 65535")
  expect(lines).toContain("KEYPOINT_SEED must be demo, handbook or none")
})

test("an address of a database must name one", () => {
  expect(problems({ DATABASE_URL: "postgresql://db.example" })).toEqual(["DATABASE_URL must name a database, as in postgresql://user:password@host:5432/database"])
})

test("mail needs a sender", () => {
  expect(problems({ SMTP_URL: "smtp://mail.example" })).toEqual(["MAIL_FROM is needed with SMTP_URL"])
})

test("single sign-on needs all three, and a provider that cannot be listened to", () => {
  const whole = { OIDC_ISSUER: "https://id.example", OIDC_CLIENT_ID: "keypoint", OIDC_CLIENT_SECRET: "said-to-nobody" }
  expect(readEnvironment({ ...whole, OIDC_DEPARTMENT_CLAIM: "dept" }).openId?.claims).toEqual({ department: "dept" })
  expect(readEnvironment(whole).openId).toEqual({ claims: {}, issuer: "https://id.example", clientId: "keypoint", clientSecret: "said-to-nobody" })
  expect(readEnvironment({}).openId).toBeUndefined()
  expect(problems({ OIDC_ISSUER: "https://id.example" })).toEqual(["OIDC_CLIENT_ID is needed with OIDC_ISSUER", "OIDC_CLIENT_SECRET is needed with OIDC_ISSUER"])
  expect(problems({ OIDC_CLIENT_ID: "keypoint" })).toEqual(["OIDC_ISSUER is needed with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET"])
  expect(problems({ ...whole, OIDC_ISSUER: "http://id.example" })).toEqual(["OIDC_ISSUER must begin with https: (http: only on this machine)"])
  expect(readEnvironment({ ...whole, OIDC_ISSUER: "http://localhost:4000" }).openId?.issuer).toBe("http://localhost:4000")
})
