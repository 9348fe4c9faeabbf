import { mkdir, mkdtemp, rename, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { choosePostgresHome } from "./home"

let folder: string
const data = () => path.join(folder, "data")

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "keypoint-home-"))
  await mkdir(data())
})
afterEach(() => rm(folder, { recursive: true }))

const makeAt = (home: string) => mkdir(path.join(home, "cluster"), { recursive: true })

test("a new database lives in the data folder; one elsewhere is found where it was remembered", async () => {
  expect(choosePostgresHome(data(), undefined, { made: false })).toBe(path.join(data(), "postgres"))
  const elsewhere = path.join(folder, "private")
  await makeAt(elsewhere)
  expect(choosePostgresHome(data(), undefined, { remembered: elsewhere, made: true })).toBe(elsewhere)
})

test("a database that was made and is gone is missed, not made anew", async () => {
  const elsewhere = path.join(folder, "private")
  expect(() => choosePostgresHome(data(), undefined, { remembered: elsewhere, made: true })).toThrow(`it was at ${elsewhere}`)
  // An empty folder in its place is no database either.
  await mkdir(elsewhere)
  expect(() => choosePostgresHome(data(), undefined, { remembered: elsewhere, made: true })).toThrow(`it was at ${elsewhere}`)
})

test("a data folder that was moved with its database takes it along", async () => {
  const before = path.join(data(), "postgres")
  await makeAt(before)
  await rename(data(), path.join(folder, "moved"))
  expect(choosePostgresHome(path.join(folder, "moved"), undefined, { remembered: before, made: true })).toBe(path.join(folder, "moved", "postgres"))
})

test("a copy of a data folder has a database of its own, even while the first one is there", async () => {
  const before = path.join(data(), "postgres")
  await makeAt(before)
  await makeAt(path.join(folder, "copy", "postgres"))
  expect(choosePostgresHome(path.join(folder, "copy"), undefined, { remembered: before, made: true })).toBe(path.join(folder, "copy", "postgres"))
})

test("whoever had a database of their own before gets an embedded one, and is not told that it is gone", () => {
  expect(choosePostgresHome(data(), undefined, { made: true })).toBe(path.join(data(), "postgres"))
})
