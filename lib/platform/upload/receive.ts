import type { Readable } from "node:stream"
import { Busboy, type BusboyFileStream } from "@fastify/busboy"
import type { FieldError, Refusal, Result } from "@/lib/platform/refusal"
import { stage, type Staged } from "@/lib/platform/storage"
import { bodyOf } from "@/lib/platform/upload/incoming"
import { cleanName, extensionOf } from "@/lib/platform/upload/names"
import { trueType, type TrueType } from "@/lib/platform/upload/types"

export const megabyte = 1024 * 1024
export const largestFile = 50 * megabyte
const mostFiles = 20
const largestBody = mostFiles * largestFile

/** A file that came in whole and is what its name says; not kept before a command keeps it. */
export type ReceivedFile = Staged & { name: string; mime: string }
/**
 * How large one file may be, in bytes, and what it must be like: by default any type of evidence, told by its content. While it is not
 * yet known whether its sender is `allowed`, no more than some pieces are read, and none written; if they are not, the form is let go.
 */
export type Taking = { largest: number; judge: (file: Staged, extension: string) => Promise<TrueType>; allowed?: Promise<unknown> }
/** Any type of evidence. */
export const evidence: Taking = { largest: largestFile, judge: trueType }
export type Received = { fields: Record<string, string | string[]>; files: ReceivedFile[]; errors: FieldError[] }

/**
 * Reads a multipart form as a stream, each file hashed while it is written (domain.md § 3). What is wrong with a file stands
 * in `errors` under its field's name, and the file is gone; call `discardAll` when done.
 */
export async function receive(request: Request, taking = evidence): Promise<Result<Received>> {
  // Heard here, whatever comes of the form.
  taking.allowed?.catch(() => {})
  const type = request.headers.get("content-type") ?? ""
  const body = /^multipart\/form-data;/i.test(type) ? bodyOf(request) : null
  if (!body) return no({ code: "unsupported-type", message: "common.refusals.multipart" })
  if (Number(request.headers.get("content-length") ?? 0) > largestBody) return no({ code: "too-large", message: "common.refusals.too-large" })
  try {
    return { ok: true, value: await read(body, type, taking) }
  } catch (error) {
    if (error instanceof Broken) return no({ code: "invalid", message: "common.refusals.multipart" })
    throw error
  }
}

/** Removes what was not kept. */
export async function discardAll(files: readonly Staged[]): Promise<void> {
  await Promise.all(files.map((file) => file.discard()))
}

class Broken extends Error {}
type Arrived = { file: ReceivedFile } | { error: FieldError } | null

async function read(body: Readable, type: string, taking: Taking): Promise<Received> {
  const parser = new Busboy({
    headers: { "content-type": type },
    limits: { fileSize: taking.largest, files: mostFiles, fields: 200, fieldSize: 64 * 1024, headerPairs: 50, parts: 230 },
  })
  const received: Received = { fields: {}, files: [], errors: [] }
  const streams: BusboyFileStream[] = []
  const arriving: Promise<Arrived>[] = []
  parser.on("field", (name, value) => addField(received.fields, `${name}`, value))
  parser.on("filesLimit", () => received.errors.push({ path: "file", message: "common.errors.tooManyFiles", params: { maximum: mostFiles } }))
  parser.on("file", (field, stream, name) => {
    streams.push(stream)
    // A form that breaks off tells each open file so, perhaps before anybody reads it: unheard, that would end the server.
    stream.on("error", () => {
      stream.destroy()
      parser.emit("error", new Broken("a file broke off"))
    })
    const one = arrive(`${field}`, stream, name, taking)
    // Heard below, when all have come.
    one.catch(() => {})
    arriving.push(one)
  })
  const isAllowed = (taking.allowed ?? Promise.resolve()).then(() => true, () => {
    parser.emit("error", new Broken("its sender may not"))
    return false
  })
  const isWhole = (await pumped(body, parser)) && (await isAllowed)
  if (!isWhole) for (const stream of streams) stream.destroy()
  const arrived = await Promise.allSettled(arriving)
  for (const one of arrived) {
    if (one.status === "fulfilled" && one.value && "file" in one.value) received.files.push(one.value.file)
    if (one.status === "fulfilled" && one.value && "error" in one.value) received.errors.push(one.value.error)
  }
  const failed = arrived.find((one) => one.status === "rejected")
  if (isWhole && !failed) return received
  await discardAll(received.files)
  throw isWhole ? failed?.reason : new Broken("the form broke off")
}

/** Whether the body came through to its end; what is left of one that did not is let go, so that its sender hears the answer. */
function pumped(body: Readable, parser: InstanceType<typeof Busboy>): Promise<boolean> {
  return new Promise((resolve) => {
    const broken = () => {
      body.unpipe(parser)
      body.resume()
      resolve(false)
    }
    body.on("error", broken)
    body.on("close", () => body.readableEnded || broken())
    parser.on("error", broken)
    parser.on("finish", () => resolve(true))
    body.pipe(parser)
  })
}

async function arrive(field: string, stream: BusboyFileStream, rawName: string | undefined, taking: Taking): Promise<Arrived> {
  const staged = await staging(stream, taking)
  const name = cleanName(rawName ?? "")
  // A file field left empty is sent as a file without name and content.
  if (staged.size === 0 && !rawName) {
    await staged.discard()
    return null
  }
  const judged = await complaint(staged, { truncated: stream.truncated, name, judge: taking.judge })
  if ("message" in judged) {
    await staged.discard()
    return { error: { path: field, message: judged.message, params: { name: name || "…", maximum: taking.largest / megabyte } } }
  }
  return { file: { ...staged, name: extensionOf(name) === "" ? `${name || "file"}.${judged.extension}` : name, mime: judged.mime } }
}

// The rest of the form must be read even when a file could not be written, or its end would never come.
async function staging(stream: BusboyFileStream, { largest, allowed }: Taking): Promise<Staged> {
  try {
    return await stage(stream, largest + 1, { ours: true, allowed })
  } catch (error) {
    stream.resume()
    throw error
  }
}

const complaints = { mismatch: "common.errors.fileMismatch", encoding: "common.errors.fileEncoding", unsupported: "common.errors.fileUnsupported" }

type Judged = { truncated: boolean; name: string; judge: Taking["judge"] }

async function complaint(staged: Staged, { truncated, name, judge }: Judged): Promise<{ message: string } | { mime: string; extension: string }> {
  if (truncated) return { message: "common.errors.namedFileTooLarge" }
  if (staged.size === 0) return { message: "common.errors.fileEmpty" }
  const type = await judge(staged, extensionOf(name))
  if (type.ok) return type
  return { message: complaints[type.reason] }
}

function addField(fields: Received["fields"], raw: string, value: string): void {
  const name = raw.replace(/\[\]$/, "")
  if (name === "__proto__") return
  const text = value.replaceAll("\0", "")
  const before = fields[name]
  fields[name] = before === undefined ? text : [before, text].flat()
}

function no(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal }
}
