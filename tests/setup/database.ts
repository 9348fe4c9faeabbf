import { randomUUID } from "node:crypto"
import pg from "pg"
import { afterAll, inject } from "vitest"

/** A database of the tests: its owner's address, and that of the role that the server works as. */
export type TestDatabase = { ownerUrl: string; appUrl: string }

function named(database: string): TestDatabase {
  const { ownerUrl, appUrl } = inject("template")
  const change = (address: string) => Object.assign(new URL(address), { pathname: `/${database}` }).toString()
  return { ownerUrl: change(ownerUrl), appUrl: change(appUrl) }
}

async function administer<T>(work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: named("postgres").ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function copyTemplate(client: pg.Client, database: string) {
  return client.query(`create database ${client.escapeIdentifier(database)} template keypoint_template strategy file_copy`)
}

/** This worker's own copy of the template, made once: the files that run in the worker share it, one after the other. */
export function workerDatabase(): Promise<TestDatabase> {
  const database = `worker_${process.env.VITEST_POOL_ID ?? "1"}`
  return administer(async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [database])
    if (!rowCount) await copyTemplate(client, database)
    return named(database)
  })
}

/** A fresh copy of the template for one file, removed after it; call it at the file's top level. */
export async function cleanDatabase(): Promise<TestDatabase> {
  const database = `clean_${randomUUID()}`
  await administer((client) => copyTemplate(client, database))
  afterAll(() => administer((client) => client.query(`drop database ${client.escapeIdentifier(database)} with (force)`)))
  return named(database)
}
