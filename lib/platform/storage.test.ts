import { mkdtemp, readdir, readFile, readlink, rm, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { Readable } from "node:stream"
import { setTimeout as sleep } from "node:timers/promises"
import { pathToFileURL } from "node:url"
import { afterAll, beforeEach, expect, test } from "vitest"
import { fileResponse } from "@/lib/platform/file-response"
import { clearIncoming, pathOf, stage, storeBytes } from "@/lib/platform/storage"
import { serveFile } from "@/lib/platform/upload/serve"

const before = process.env.STORAGE_URL
const folders: string[] = []
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "keypoint-store-"))
  folders.push(folder)
  process.env.STORAGE_URL = pathToFileURL(folder).href
})
afterAll(async () => {
  if (before === undefined) delete process.env.STORAGE_URL
  else process.env.STORAGE_URL = before
  await Promise.all(folders.map((one) => rm(one, { recursive: true })))
})

const piece = 64 * 1024
const bytes = (size: number) => Buffer.alloc(size, "Keypoint 关键点 ")

/** Pieces as a socket gives them, each in memory of its own, and how many were taken. */
function arriving(count: number): { stream: Readable; taken: () => number } {
  let taken = 0
  const stream = new Readable({
    highWaterMark: piece,
    read() {
      this.push(taken === count ? null : bytes(piece))
      taken += 1
    },
  })
  return { stream, taken: () => taken }
}

async function files(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

test("a file is put in its place when what it waits for has come true, and not before", async () => {
  const staged = await stage(arriving(20).stream, 20 * piece, { ours: true })
  let grant = () => {}
  const kept = staged.keep(new Promise<void>((resolve) => (grant = resolve)))
  await staged.written()
  await sleep(50)
  expect(await files()).not.toContain(staged.sha256)
  grant()
  expect((await kept).path).toBe(pathOf(staged.sha256))
  await staged.discard()
  expect(await files()).toEqual([staged.sha256])
  const content = await readFile(pathOf(staged.sha256))
  expect(content.equals(Buffer.concat(Array.from({ length: 20 }, () => bytes(piece))))).toBe(true)
})

test("what is refused after its file has come in leaves none; tried again and granted, it stays", async () => {
  const refused = await stage(arriving(3).stream, 3 * piece)
  await expect(refused.keep(Promise.reject(new Error("refused")))).rejects.toThrow("refused")
  await refused.discard()
  expect(await files()).toEqual([])
  const again = await stage(arriving(3).stream, 3 * piece)
  await expect(again.keep(Promise.reject(new Error("deadlock")))).rejects.toThrow("deadlock")
  await again.keep()
  await again.keep()
  await again.discard()
  expect(await files()).toEqual([again.sha256])
})

test("what is being put in its place is not taken away from under way", async () => {
  const staged = await stage(arriving(3).stream, 3 * piece)
  const kept = staged.keep()
  await staged.discard()
  await kept
  expect(await files()).toEqual([staged.sha256])
})

test("of a stream whose sender is not known yet some two megabytes are held, and nothing is written", async () => {
  const { stream, taken } = arriving(400)
  let allow = () => {}
  const staging = stage(stream, 400 * piece, { ours: true, allowed: new Promise<void>((resolve) => (allow = resolve)) })
  await sleep(100)
  expect(taken()).toBeLessThan(40)
  expect(await files()).toEqual([])
  allow()
  const staged = await staging
  expect(staged.size).toBe(400 * piece)
  expect((await readFile(await staged.written())).length).toBe(400 * piece)
  await staged.discard()
})

test("a small file that came in whole before its sender was refused is kept nowhere", async () => {
  let refuse = () => {}
  const staged = await stage(arriving(2).stream, 2 * piece, { allowed: new Promise((_, reject) => (refuse = () => reject(new Error("nobody")))) })
  refuse()
  await expect(staged.written()).rejects.toThrow("nobody")
  await expect(staged.keep()).rejects.toThrow("nobody")
  await staged.discard()
  expect(await files()).toEqual([])
})

test("a start removes what an ended server left, and not what comes in now", async () => {
  const [left, coming] = [await stage(arriving(1).stream, piece), await stage(arriving(2).stream, 2 * piece)]
  const old = new Date(Date.now() - 2 * 3_600_000)
  await utimes(await left.written(), old, old)
  await coming.written()
  await clearIncoming()
  expect(await files()).toEqual([path.basename(await coming.written())])
  await coming.discard()
  await rm(path.join(folder, "incoming"), { recursive: true })
  await clearIncoming()
  await writeFile(path.join(folder, "incoming"), "")
  await clearIncoming()
})

test("a stored file is opened by who reads it, and not by who only asks for its heading", async () => {
  const { sha256, path: place } = await storeBytes(bytes(3 * piece))
  const openNow = async () => {
    const links = await Promise.all((await readdir("/proc/self/fd")).map((one) => readlink(`/proc/self/fd/${one}`).catch(() => "")))
    return links.filter((link) => link === place).length
  }
  const heading = await fileResponse({ sha256, name: "a.txt", mime: "text/plain" })
  const shown = await serveFile({ sha256, name: "a.txt", mime: "text/plain" })
  await sleep(50)
  expect([heading?.headers.get("content-length"), shown?.headers.get("content-length"), await openNow()]).toEqual([`${3 * piece}`, `${3 * piece}`, 0])
  const reader = shown?.body?.getReader()
  expect((await reader?.read())?.value?.length).toBe(piece)
  expect(await openNow()).toBe(1)
  await reader?.cancel()
  await expect.poll(openNow).toBe(0)
  expect(Buffer.from((await heading?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(bytes(3 * piece))
})
