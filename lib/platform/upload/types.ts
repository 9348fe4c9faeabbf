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
  const content = plainly(head) ?? (await fileTypeFromFile(await written()))
  const named = families.find(({ extensions }) => extensions.includes(extension))
  const found = families.find(({ contents }) => content !== undefined && contents.includes(content.mime))
  if (extension === "") return found ? { ok: true, mime: found.mime, extension: found.extensions[0] ?? "" } : { ok: false, reason: "unsupported" }
  const text = texts[extension]
  if (!named && text === undefined) return { ok: false, reason: "unsupported" }
  if (named) return found === named ? { ok: true, mime: named.mime, extension } : { ok: false, reason: "mismatch" }
  const reason = content === undefined ? await noText(await written()) : "mismatch"
  return reason ? { ok: false, reason } : { ok: true, mime: text ?? "", extension }
}

// Types that their first bytes tell by themselves, so that the file need not be opened again.
const plain = [{ mime: "application/pdf", sign: "%PDF-" }, { mime: "image/jpeg", sign: "\xff\xd8\xff\xe0" }, { mime: "image/jpeg", sign: "\xff\xd8\xff\xe1" }]

function plainly(head: Uint8Array): { mime: string } | undefined {
  const start = Buffer.from(head.subarray(0, 8)).toString("latin1")
  return plain.find(({ sign }) => start.startsWith(sign))
}

// Text is UTF-8 throughout, without the bytes that only binary files hold. Excel's plain CSV is not, where Windows is Chinese.
async function noText(path: string): Promise<"mismatch" | "encoding" | null> {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  let isUtf8 = true
  const decode = (bytes?: Uint8Array) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      isUtf8 = false
    }
  }
  for await (const chunk of createReadStream(path)) {
    const bytes: Uint8Array = chunk
    if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return "mismatch"
    if (isUtf8) decode(bytes)
  }
  if (isUtf8) decode()
  return isUtf8 ? null : "encoding"
}

function office(extension: string, kind: string) {
  const mime = `application/vnd.openxmlformats-officedocument.${kind}`
  return { mime, extensions: [extension], contents: [mime] }
}
