// Characters that hide what a name says: control characters, and marks that turn the reading direction.
const hidden = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu
const longest = 120

/** A file's name as people may read it: no folders, no hidden characters, at most 120 characters with its extension kept. */
export function cleanName(raw: string): string {
  const last = raw.normalize("NFC").replaceAll(hidden, "").split(/[\\/]/).at(-1) ?? ""
  const name = last.replaceAll(/[<>:"|?*]/g, "_").replaceAll(/\s+/g, " ").trim().replace(/^\.+/, "")
  const extension = extensionOf(name)
  const characters = Array.from(name)
  if (characters.length <= longest) return name
  const tail = extension ? `.${extension}` : ""
  return characters.slice(0, longest - tail.length).join("").trimEnd() + tail
}

/** The extension in small letters, empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ""
}
