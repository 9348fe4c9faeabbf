import { createReadStream } from "node:fs"
import { fileTypeFromFile } from "file-type"

/** What may be uploaded: the extensions that name a type, and the type that the content must then have. */
const families: readonly { mime: string; extensions: readonly string[]; contents: readonly string[] }[] = [
  { mime: "application/pdf", extensions: ["pdf"], contents: ["application/pdf"] },
  { mime: "image/jpeg", extensions: ["jpg", "jpeg"], contents: ["image/jpeg"] },
  { mime: "image/png", extensions: ["png"], contents: ["image/png", "image/apng"] },
  { mime: "image/webp", extensions: ["webp"], contents: ["image/webp"] },
  { mime: "image/heic", extensions: ["heic", "heif"], contents: ["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"] },
  office("xlsx", "spreadsheetml.sheet"),
  office("docx", "wordprocessingml.document"),
  office("pptx", "presentationml.presentation"),
]
const texts: Readonly<Record<string, string>> = { csv: "text/csv", txt: "text/plain" }

export type TrueType = { ok: true; mime: string; extension: string } | { ok: false; reason: "unsupported" | "mismatch" | "encoding" }

/** A file that comes in, with some of the bytes that it begins with, and its path on this machine once it is written. */
export type Judged = { head: Uint8Array; written: () => Promise<string> }

/** What a stored file truly is, and whether its name says the same. A name without extension says nothing. */
export async function trueType({ written, head }: Judged, extension: string): Promise<TrueType> {
  const text = texts[extension]
  // The mark of UTF-16 also begins a sound file: whether it is a text is seen below.
  const content = plainly(head) ?? (text !== undefined && wideIn(head) ? undefined : await fileTypeFromFile(await written()))
  const named = families.find(({ extensions }) => extensions.includes(extension))
  const found = families.find(({ contents }) => content !== undefined && contents.includes(content.mime))
  if (extension === "") return found ? { ok: true, mime: found.mime, extension: found.extensions[0] ?? "" } : { ok: false, reason: "unsupported" }
  if (!named && text === undefined) return { ok: false, reason: "unsupported" }
  if (named) return found === named ? { ok: true, mime: named.mime, extension } : { ok: false, reason: "mismatch" }
  if (content !== undefined) return { ok: false, reason: "mismatch" }
  const read = await textIn(await written(), head)
  if ("reason" in read) return { ok: false, reason: read.reason }
  return { ok: true, mime: read.charset === "utf-8" ? (text ?? "") : `${text}; charset=${read.charset}`, extension }
}

// Types that their first bytes tell by themselves, so that the file need not be opened again.
const plain = [{ mime: "application/pdf", sign: "%PDF-" }, { mime: "image/jpeg", sign: "\xff\xd8\xff\xe0" }, { mime: "image/jpeg", sign: "\xff\xd8\xff\xe1" }]

function plainly(head: Uint8Array): { mime: string } | undefined {
  const start = Buffer.from(head.subarray(0, 8)).toString("latin1")
  return plain.find(({ sign }) => start.startsWith(sign))
}

type Text = { charset: Charset } | { reason: "mismatch" | "encoding" }

// What programs write here: UTF-8; what Excel and Notepad write where Windows is Chinese; and SAP's "Unicode". The first that fits.
const charsets = ["utf-8", "gb18030"] as const
const marked = [{ charset: "utf-16le", mark: [0xff, 0xfe] }, { charset: "utf-16be", mark: [0xfe, 0xff] }] as const
type Charset = (typeof charsets)[number] | (typeof marked)[number]["charset"]

// Evidence is kept as it was exported: a text is taken in any of these, as long as it is one throughout and holds nothing that only binary files hold.
async function textIn(path: string, head: Uint8Array): Promise<Text> {
  const wide = wideIn(head)
  const fitting = new Map((wide ? [wide] : charsets).map((charset) => [charset, new TextDecoder(charset, { fatal: true })]))
  for await (const chunk of createReadStream(path)) {
    const bytes: Uint8Array = chunk
    if (!wide && bytes.some(isBinary)) return { reason: "mismatch" }
    for (const [charset, decoder] of fitting) {
      const text = decoded(decoder, bytes)
      if (text === null) fitting.delete(charset)
      else if (wide && [...text].some((sign) => isBinary(sign.codePointAt(0) ?? 0))) return { reason: "mismatch" }
    }
  }
  for (const [charset, decoder] of fitting) if (decoded(decoder) !== null) return { charset }
  return { reason: "encoding" }
}

function wideIn(head: Uint8Array): Charset | undefined {
  return marked.find(({ mark }) => mark.every((byte, at) => head[at] === byte))?.charset
}

function decoded(decoder: TextDecoder, bytes?: Uint8Array): string | null {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined })
  } catch {
    return null
  }
}

function isBinary(code: number): boolean {
  return code < 9 || (code > 13 && code < 32 && code !== 27)
}

function office(extension: string, kind: string) {
  const mime = `application/vnd.openxmlformats-officedocument.${kind}`
  return { mime, extensions: [extension], contents: [mime] }
}
