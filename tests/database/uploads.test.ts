import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import { beforeAll, expect, test } from "vitest"
import { receiveEvidence } from "@/lib/evidence/api/uploads"
import { submitEvidence } from "@/lib/evidence/commands/submit"
import { fileOf, recordOf } from "@/lib/evidence/queries/record"
import { type Actor, actingAt, seed } from "@/lib/platform/actor"
import { asReader } from "@/lib/platform/door"
import { newId } from "@/lib/platform/ids"
import { isOwnOrigin } from "@/lib/platform/origin"
import type { Result } from "@/lib/platform/refusal"
import { pathOf } from "@/lib/platform/storage"
import { answerForm } from "@/lib/platform/upload/answer"
import { largestFile } from "@/lib/platform/upload/receive"
import { serveFile } from "@/lib/platform/upload/serve"
import { buildCompany, type Company } from "../builders/company"
import { at, evidenceFor, gave, photo, planQuarter } from "../builders/evidence"

let company: Company
let owner: Actor
let weeks: string[]

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=", "base64")
const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
const program = Buffer.concat([Buffer.from("MZ\u0090\u0000"), Buffer.alloc(200)])

beforeAll(async () => {
  company = await buildCompany()
  weeks = (await planQuarter(company, "2026-Q3")).filter((one) => one.code === "9.1.1.5").map((one) => one.id)
  owner = actingAt(company.people.owner, at("2026-10-09"))
})

type Part = { name: string; content: Uint8Array<ArrayBuffer> | Buffer<ArrayBuffer> }

function formOf(files: Part[], fields: Record<string, string> = {}): Request {
  const form = new FormData()
  const all = { obligationIds: weeks[0] ?? "", kind: "report", occurredOn: "2026-07-05", note: "周核对", ...fields }
  for (const [name, value] of Object.entries(all)) form.append(name, value)
  for (const { name, content } of files) form.append("file", new Blob([content]), name)
  return new Request("http://localhost:3000/api/evidence-uploads", { method: "POST", body: form })
}

async function refusedFor(files: Part[]) {
  const { result, values } = await receiveEvidence(owner, formOf(files))
  if (result.ok) throw new Error("was not refused")
  expect(values.note).toBe("周核对")
  return { code: result.refusal.code, errors: result.refusal.errors?.map(({ path: field, message, params }) => `${field} ${message.split(".").at(-1)} ${params?.name ?? ""}`.trim()) }
}

/** Every file that the store holds, waiting ones too. */
async function stored(): Promise<string[]> {
  const entries = await readdir(path.join(process.env.KEYPOINT_DATA ?? "", "files"), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name).sort()
}

test("a record with several files is kept as it came, under its hash", async () => {
  const before = await stored()
  const { result } = await receiveEvidence(owner, formOf([{ name: "七月 核对表.pdf", content: pdf }, { name: "photo", content: png }]))
  const record = gave(result)
  expect(record.files.map(({ name, size }) => `${name} ${size}`)).toEqual([`七月 核对表.pdf ${pdf.length}`, `photo.png ${png.length}`])
  expect(await readFile(pathOf(record.files[0]?.sha256 ?? ""))).toEqual(pdf)
  const view = await recordOf(owner, record.id)
  expect(view?.versions[0]?.files.map(({ mime }) => mime)).toEqual(["application/pdf", "image/png"])
  expect((await stored()).filter((name) => name.length === 36 && !before.includes(name))).toEqual([])
})

test("content that is not what its name says is refused by name, and nothing of it is kept", async () => {
  const before = await stored()
  expect(await refusedFor([{ name: "盘点表.pdf", content: program }])).toEqual({ code: "unsupported-type", errors: ["file fileMismatch 盘点表.pdf"] })
  expect(await refusedFor([{ name: "照片.jpg", content: png }])).toEqual({ code: "unsupported-type", errors: ["file fileMismatch 照片.jpg"] })
  expect(await refusedFor([{ name: "setup.exe", content: program }])).toEqual({ code: "unsupported-type", errors: ["file fileUnsupported setup.exe"] })
  expect(await refusedFor([{ name: "page.html", content: Buffer.from("<script>alert(1)</script>") }])).toMatchObject({ code: "unsupported-type" })
  expect(await refusedFor([{ name: "drawing.svg", content: Buffer.from("<svg onload='alert(1)'/>") }])).toMatchObject({ code: "unsupported-type" })
  expect(await refusedFor([{ name: "list.csv", content: Buffer.from([0xc6, 0xda, 0xbc, 0xff, 0x0a]) }])).toEqual({ code: "unsupported-type", errors: ["file fileEncoding list.csv"] })
  expect(await refusedFor([{ name: "list.csv", content: Buffer.from([0x61, 0x2c, 0x00, 0x01, 0x0a]) }])).toEqual({ code: "unsupported-type", errors: ["file fileMismatch list.csv"] })
  expect(await refusedFor([{ name: "book.xlsx", content: Buffer.from("PK\u0003\u0004not a workbook") }])).toMatchObject({ code: "unsupported-type" })
  expect(await refusedFor([{ name: "good.pdf", content: pdf }, { name: "bad.png", content: pdf }])).toEqual({ code: "unsupported-type", errors: ["file fileMismatch bad.png"] })
  expect(await stored()).toEqual(before)
})

test("a form is read while its sender is looked up: a stranger's leaves nothing, neither a short nor a long one", async () => {
  const before = await stored()
  const stranger = () => new Promise<Result<Actor>>((say) => setTimeout(say, 30, { ok: false, refusal: { code: "unauthenticated", message: "common.refusals.unauthenticated" } }))
  for (const content of [pdf, Buffer.concat([pdf, Buffer.alloc(4_000_000)])]) {
    const { result } = await receiveEvidence(stranger(), formOf([{ name: "fremd.pdf", content }]))
    expect(result).toMatchObject({ ok: false, refusal: { code: "unauthenticated" } })
  }
  const { result: notEvenAForm } = await receiveEvidence(stranger(), new Request("http://localhost:3000/", { method: "POST", body: "{}" }))
  expect(notEvenAForm).toMatchObject({ ok: false, refusal: { code: "unauthenticated" } })
  await expect(receiveEvidence(Promise.reject(new Error("no database")), formOf([{ name: "fremd.pdf", content: pdf }]))).rejects.toThrow("no database")
  const known = new Promise<Result<Actor>>((say) => setTimeout(say, 30, { ok: true, value: owner }))
  const long = Buffer.concat([pdf, Buffer.alloc(4_000_000)])
  const { files } = gave((await receiveEvidence(known, formOf([{ name: "lang.pdf", content: long }]))).result)
  expect(await readFile(pathOf(files[0]?.sha256 ?? ""))).toEqual(long)
  expect(await stored()).toEqual([...before, files[0]?.sha256 ?? ""].sort())
})

test("an empty file is refused, a file field left empty is none", async () => {
  expect(await refusedFor([{ name: "leer.pdf", content: Buffer.alloc(0) }])).toEqual({ code: "invalid", errors: ["file fileEmpty leer.pdf"] })
  expect(await refusedFor([{ name: "", content: Buffer.alloc(0) }])).toEqual({ code: "invalid", errors: ["file noFile"] })
})

test("50 MB are taken, 51 MB refused with nothing kept", async () => {
  const before = await stored()
  const large = (size: number) => ({ name: "scan.pdf", content: Buffer.concat([pdf, Buffer.alloc(size - pdf.length, 32)]) })
  expect(await refusedFor([large(largestFile + 1024 * 1024)])).toEqual({ code: "too-large", errors: ["file namedFileTooLarge scan.pdf"] })
  expect(await refusedFor([large(largestFile + 1)])).toMatchObject({ code: "too-large" })
  expect(await stored()).toEqual(before)
  expect(gave((await receiveEvidence(owner, formOf([large(largestFile)], { obligationIds: weeks[1] ?? "" }))).result).files[0]?.size).toBe(largestFile)
})

test("folders and marks that turn the reading direction go out of the name before it is judged", async () => {
  const { result } = await receiveEvidence(owner, formOf([{ name: "../../..\\secret/报告\u202Exslx.pdf", content: pdf }], { obligationIds: weeks[2] ?? "" }))
  expect(gave(result).files[0]?.name).toBe("报告xslx.pdf")
  expect(await refusedFor([{ name: "报告\u202Efdp.exe", content: pdf }])).toEqual({ code: "unsupported-type", errors: ["file fileUnsupported 报告fdp.exe"] })
})

test("a form that breaks off, or is none, is refused and leaves nothing", async () => {
  const before = await stored()
  const head = "--x\r\ncontent-disposition: form-data; name=file; filename=a.pdf\r\n\r\n"
  for (const body of [`${head}%PDF-1.4`, `${head}%PDF-1.4${" ".repeat(300_000)}`, "--x\r\ncontent-disposition: form-data; name=note\r\n\r\nhalf a no", "--x\r\ncontent-dis", ""]) {
    const broken = new Request("http://localhost:3000/", { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x" }, body })
    expect((await receiveEvidence(owner, broken)).result).toMatchObject({ ok: false })
  }
  const json = new Request("http://localhost:3000/", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" })
  expect((await receiveEvidence(owner, json)).result).toMatchObject({ refusal: { code: "unsupported-type" } })
  expect(await stored()).toEqual(before)
})

test("what a command refuses keeps no file", async () => {
  const before = await stored()
  const other = Buffer.concat([pdf, Buffer.from("another")])
  const { result } = await receiveEvidence(company.people.finance, formOf([{ name: "a.pdf", content: other }]))
  expect(result).toMatchObject({ refusal: { code: "not-allowed" } })
  expect(await stored()).toEqual(before)
})

const records = () => asReader(seed, ({ tx }) => tx.evidenceRecord.count({ where: { unitId: company.east } }))

test("a record is there for others only when its file is in its place, and not at all if that fails", async () => {
  const before = await records()
  const seen: number[] = []
  const file = (keep: (when: Promise<unknown>) => Promise<unknown>) => [{ ...photo, keep }]
  const slow = file(async (when) => {
    await when
    await new Promise((later) => setTimeout(later, 100))
    seen.push(await records())
  })
  gave(await submitEvidence(owner, evidenceFor([weeks[6] ?? ""], { files: slow })))
  expect([...seen, await records()]).toEqual([before, before + 1])
  const full = file(() => Promise.reject(new Error("the disk is full")))
  await expect(submitEvidence(owner, evidenceFor([weeks[6] ?? ""], { files: full }))).rejects.toThrow("the disk is full")
  expect(await records()).toBe(before + 1)
})

test("a file is asked to its place for rows that the database has taken, and not for such as it refuses", async () => {
  const told: string[] = []
  const files = [{ ...photo, sha256: "not a hash", keep: async (when: Promise<unknown>) => told.push(await when.then(() => "taken", () => "refused")) }]
  await submitEvidence(owner, evidenceFor([weeks[6] ?? ""], { files })).catch(() => {})
  expect(told).toEqual(["refused"])
})

test("a NUL in what was typed is left out", async () => {
  const { result } = await receiveEvidence(owner, formOf([{ name: "a.pdf", content: pdf }], { obligationIds: weeks[5] ?? "", reference: "a\0b" }))
  expect((await recordOf(owner, gave(result).id))?.versions[0]?.reference).toBe("ab")
})

test("a retried upload with the same key makes one record", async () => {
  const key = newId()
  const send = () => receiveEvidence(owner, formOf([{ name: "a.pdf", content: pdf }], { obligationIds: weeks[3] ?? "", key }))
  const [one, two] = await Promise.all([send(), send()])
  expect(gave(one.result).id).toBe(gave(two.result).id)
})

test("a file is there only through a record that the reader sees", async () => {
  const record = gave((await receiveEvidence(owner, formOf([{ name: "核对'表.pdf", content: pdf }], { obligationIds: weeks[4] ?? "" }))).result)
  const sha256 = record.files[0]?.sha256 ?? ""
  expect(await fileOf(company.people.northFinance, record.id, sha256)).toBeNull()
  expect(await fileOf(company.people.externalAudit, record.id, sha256)).toBeNull()
  expect(await fileOf(owner, newId(), sha256)).toBeNull()
  expect(await fileOf(owner, record.id, "../../../etc/passwd")).toBeNull()
  const file = await fileOf(company.people.tester, record.id, sha256)
  const response = file && (await serveFile(file))
  expect(Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(pdf)
  expect(response?.headers.get("content-disposition")).toBe("inline; filename=\"file\"; filename*=UTF-8''%E6%A0%B8%E5%AF%B9%27%E8%A1%A8.pdf")
  expect(response?.headers.get("x-content-type-options")).toBe("nosniff")
})

test("a text is shown as text and sandboxed, an office file is downloaded", async () => {
  const text = gave((await receiveEvidence(owner, formOf([{ name: "清单.csv", content: Buffer.from("日期,金额\n2026-07-01,5\n") }], { obligationIds: weeks[5] ?? "" }))).result)
  const file = await fileOf(owner, text.id, text.files[0]?.sha256 ?? "")
  const shown = file && (await serveFile(file))
  expect([shown?.headers.get("content-type"), shown?.headers.get("content-security-policy")]).toEqual(["text/plain; charset=utf-8", expect.stringContaining("sandbox")])
  const office = file && (await serveFile({ ...file, mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }))
  expect(office?.headers.get("content-disposition")).toMatch(/^attachment/)
  await Promise.all([shown?.body?.cancel(), office?.body?.cancel()])
})

test("a text in GBK is kept as it came and shown in its own encoding", async () => {
  const content = Buffer.from("c8d5c6da2cbdf0b6ee0d0a", "hex")
  const record = gave((await receiveEvidence(owner, formOf([{ name: "清单.csv", content }], { obligationIds: weeks[5] ?? "" }))).result)
  const file = await fileOf(owner, record.id, record.files[0]?.sha256 ?? "")
  const shown = file && (await serveFile(file))
  expect([shown?.headers.get("content-type"), shown?.headers.get("content-disposition")]).toEqual(["text/plain; charset=gb18030", expect.stringMatching(/^inline/)])
  expect(Buffer.from((await shown?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(content)
})

test("a form of another site is not ours", () => {
  const from = (headers: Record<string, string>) => isOwnOrigin(new Request("http://keypoint.example/api", { method: "POST", headers }))
  expect(from({ origin: "http://localhost:3000", host: "keypoint.example" })).toBe(true)
  expect(from({ origin: "http://keypoint.example", host: "keypoint.example" })).toBe(true)
  expect(["http://evil.example", "null", ""].map((origin) => from({ host: "keypoint.example", origin }))).toEqual([false, false, false])
})

test("a plain form is sent back to its own page only, with what was typed behind a word", () => {
  const refusal = { code: "invalid", message: "common.refusals.invalid" } as const
  const back = (from: string) => answerForm(new Request("http://localhost:3000/"), newId(), { ok: false, refusal, values: { from } }).headers.get("location") ?? ""
  expect(back("/evidence/obligations/1?tab=a")).toMatch(/^\/evidence\/obligations\/1\?tab=a&kept=[\w-]{36}$/)
  for (const hostile of ["//evil.example", "/x/..//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nx: y"]) expect(back(hostile)).toMatch(/^\/\?kept=/)
})
