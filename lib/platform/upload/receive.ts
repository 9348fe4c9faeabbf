import { Readable } from "node:stream"
import { Busboy, type BusboyFileStream } from "@fastify/busboy"
import type { FieldError, Refusal, Result } from "@/lib/platform/refusal"
import { stage, type Staged } from "@/lib/platform/storage"
import { cleanName, extensionOf } from "@/lib/platform/upload/names"
import { trueType, type TrueType } from "@/lib/platform/upload/types"

export const megabyte = 1024 * 1024
export const largestFile = 50 * megabyte
const mostFiles = 20
const largestBody = mostFiles * largestFile

/** A file that came in whole and is what its name says; not kept before a command keeps it. */
export type ReceivedFile = Staged & { name: string; mime: string }
/** How large one file may be, in bytes, and what it must be like: by default any type of evidence, told by its content. */
export type Taking = { largest: number; judge: (path: string, extension: string) => Promise<TrueType> }
const evidence: Taking = { largest: largestFile, judge: trueType }
export type Received = { fields: Record<string, string | string[]>; files: ReceivedFile[]; errors: FieldError[] }

/**
 * Reads a multipart form as a stream, each file hashed while it is written (domain.md § 3). What is wrong with a file stands
 * in `errors` under its field's name, and the file is gone; call `discardAll` when done.
 */
export async function receive(request: Request, taking = evidence): Promise<Result<Received>> {
  const type = request.headers.get("content-type") ?? ""
  if (!/^multipart\/form-data;/i.test(type) || !request.body) return no({ code: "unsupported-type", message: "common.refusals.multipart" })
  if (Number(request.headers.get("content-length") ?? 0) > largestBody) return no({ code: "too-large", message: "common.refusals.too-large" })
  const received: Received = { fields: {}, files: [], errors: [] }
  try {
    await read(request.body, type, received, taking)
    return { ok: true, value: received }
  } catch (error) {
    await discardAll(received.files)
    if (error instanceof Broken) return no({ code: "invalid", message: "common.refusals.multipart" })
    throw error
  }
}

/** Removes what was not kept. */
export async function discardAll(files: readonly Staged[]): Promise<void> {
  await Promise.all(files.map((file) => file.discard()))
}

class Broken extends Error {}

async function read(body: ReadableStream<Uint8Array>, type: string, received: Received, taking: Taking): Promise<void> {
  const parser = new Busboy({
    headers: { "content-type": type },
    limits: { fileSize: taking.largest, files: mostFiles, fields: 200, fieldSize: 64 * 1024, headerPairs: 50, parts: 230 },
  })
  const writing: Promise<void>[] = []
  parser.on("field", (name, value) => addField(received.fields, `${name}`, value))
  parser.on("filesLimit", () => received.errors.push({ path: "file", message: "common.errors.tooManyFiles", params: { maximum: mostFiles } }))
  parser.on("file", (field, stream, name) => {
    const arrived = arrive(`${field}`, stream, name, { received, taking })
    arrived.catch(() => stream.resume())
    writing.push(arrived)
  })
  await new Promise<void>((resolve, reject) => {
    const source = Readable.from(body)
    const fail = () => reject(new Broken("the form broke off"))
    source.on("error", fail)
    parser.on("error", fail)
    parser.on("finish", () => resolve())
    source.pipe(parser)
  }).catch(async (error: unknown) => {
    await Promise.allSettled(writing)
    throw error
  })
  await Promise.all(writing)
}

async function arrive(field: string, stream: BusboyFileStream, rawName: string | undefined, { received, taking }: { received: Received; taking: Taking }): Promise<void> {
  const staged = await stage(stream, taking.largest + 1)
  const name = cleanName(rawName ?? "")
  // A file field left empty is sent as a file without name and content.
  if (staged.size === 0 && !rawName) return staged.discard()
  const wrong = await complaint(staged, { truncated: stream.truncated, name, judge: taking.judge })
  if ("message" in wrong) {
    await staged.discard()
    received.errors.push({ path: field, message: wrong.message, params: { name: name || "…", maximum: taking.largest / megabyte } })
    return
  }
  const extended = extensionOf(name) === "" ? `${name || "file"}.${wrong.extension}` : name
  received.files.push({ ...staged, name: extended, mime: wrong.mime })
}

type Arrived = { truncated: boolean; name: string; judge: Taking["judge"] }

async function complaint(staged: Staged, { truncated, name, judge }: Arrived): Promise<{ message: string } | { mime: string; extension: string }> {
  if (truncated) return { message: "common.errors.namedFileTooLarge" }
  if (staged.size === 0) return { message: "common.errors.fileEmpty" }
  const type = await judge(staged.path, extensionOf(name))
  if (type.ok) return type
  return { message: type.reason === "mismatch" ? "common.errors.fileMismatch" : "common.errors.fileUnsupported" }
}

function addField(fields: Received["fields"], raw: string, value: string): void {
  const name = raw.replace(/\[\]$/, "")
  if (name === "__proto__") return
  const before = fields[name]
  fields[name] = before === undefined ? value : [before, value].flat()
}

function no(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal }
}
