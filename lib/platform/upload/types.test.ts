import { rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { expect, it, onTestFinished } from "vitest"
import { trueType } from "./types"

const lines = "日期,金额\r\n2026-07-31,100.00\r\n"
// «日期,金额» as Excel writes it where Windows is Chinese.
const gbk = Buffer.concat([Buffer.from("c8d5c6da2cbdf0b6ee0d0a", "hex"), Buffer.from("2026-07-31,100.00\r\n")])
const wide = Buffer.from(`\ufeff${lines}`, "utf16le")

async function judged(content: Buffer, extension: string) {
  const file = path.join(tmpdir(), `keypoint-${crypto.randomUUID()}`)
  await writeFile(file, content)
  onTestFinished(() => rm(file))
  return trueType({ head: content.subarray(0, 64), written: async () => file }, extension)
}

it.each([
  ["UTF-8", Buffer.from(lines), "text/csv"],
  ["UTF-8 with its mark", Buffer.from(`\ufeff${lines}`), "text/csv"],
  ["GBK", gbk, "text/csv; charset=gb18030"],
  ["UTF-16", wide, "text/csv; charset=utf-16le"],
  ["UTF-16, the other end first", Buffer.from(wide).swap16(), "text/csv; charset=utf-16be"],
  ["a sign cut by the reading", Buffer.concat([Buffer.alloc(65535, "a"), gbk]), "text/csv; charset=gb18030"],
])("takes a text in %s as it was exported", async (_, content, mime) => {
  expect(await judged(content, "csv")).toEqual({ ok: true, mime, extension: "csv" })
})

it.each([
  ["two encodings in one", Buffer.concat([gbk, Buffer.from([0x81, 0x20]), Buffer.from(lines)]), "encoding"],
  ["a sign cut off at the end", gbk.subarray(0, 1), "encoding"],
  ["bytes of a program", Buffer.concat([gbk, Buffer.from([0, 1, 2])]), "mismatch"],
  ["sound that begins like UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from([0, 0, 1, 0, 7, 0])]), "mismatch"],
  ["half a sign of UTF-16", wide.subarray(0, wide.length - 1), "encoding"],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "mismatch"],
])("refuses %s as a text", async (_, content, reason) => {
  expect(await judged(content, "txt")).toEqual({ ok: false, reason })
})
