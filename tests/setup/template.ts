import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import pg from "pg"
import type { TestProject } from "vitest/node"
import { migrate } from "../../lib/platform/migrate/migrate.ts"
import { startThrowaway } from "../../scripts/postgres/throwaway.ts"

declare module "vitest" {
  export interface ProvidedContext {
    /** The tests' PostgreSQL: its owner's address of the template, and the powerless role's. */
    template: { ownerUrl: string; appUrl: string }
    dataFolder: string
  }
}

export const templateName = "keypoint_template"

async function run(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** One PostgreSQL for all tests (without fsync), and in it a migrated database that each worker copies. */
export default async function prepare(project: TestProject) {
  const postgres = await startThrowaway()
  const dataFolder = await mkdtemp(path.join(tmpdir(), "keypoint-tests-"))
  const ownerUrl = postgres.url(templateName)
  await run(postgres.url("postgres"), `create database ${templateName}`)
  const { appUrl } = await migrate({ ownerUrl, appPassword: "test-only" })
  // Only an installation marked so lets commands set their clock.
  await run(ownerUrl, `insert into "Installation" (id, mode, "createdAt") values (1, 'test', now())`)
  project.provide("template", { ownerUrl, appUrl })
  project.provide("dataFolder", dataFolder)
  return async () => {
    await postgres.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
