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

type Template = { ownerUrl: string; appUrl: string; dataFolder: string; stop: () => Promise<void> }

declare global {
  /** Of the whole run: each project loads this file anew, and Prisma's engine serves one at a time. */
  var keypointTestTemplate: { made: Promise<Template>; users: number } | undefined
}

async function make(): Promise<Template> {
  const postgres = await startThrowaway()
  const dataFolder = await mkdtemp(path.join(tmpdir(), "keypoint-tests-"))
  const ownerUrl = postgres.url(templateName)
  await run(postgres.url("postgres"), `create database ${templateName}`)
  const { appUrl } = await migrate({ ownerUrl, appPassword: "test-only" })
  // Only an installation marked so lets commands set their clock.
  await run(ownerUrl, `insert into "Installation" (id, mode, "createdAt") values (1, 'test', now())`)
  const stop = async () => {
    await postgres.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { ownerUrl, appUrl, dataFolder, stop }
}

/** One PostgreSQL for all tests of all projects (without fsync), and in it a migrated database that each worker copies. */
export default async function prepare(project: TestProject) {
  const shared = (globalThis.keypointTestTemplate ??= { made: make(), users: 0 })
  shared.users += 1
  const { ownerUrl, appUrl, dataFolder, stop } = await shared.made
  project.provide("template", { ownerUrl, appUrl })
  project.provide("dataFolder", dataFolder)
  return async () => {
    shared.users -= 1
    if (shared.users === 0) await stop()
  }
}
