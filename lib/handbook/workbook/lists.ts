import { choice, text, type Parse } from "@/lib/platform/workbook/cells"

/** Several values in one cell, one on each line. */
export function lines(limit = 8_000): Parse<string[]> {
  return (value) => {
    const read = text(limit)(value)
    return read.ok ? { ok: true, value: read.value.split("\n").map((line) => line.trim()).filter(Boolean) } : read
  }
}

/** Several chosen values in one cell: on lines of their own, or with commas between them. */
export function chosen<const Value extends string>(options: readonly { value: Value; names: readonly string[] }[]): Parse<Value[]> {
  const one = choice(options)
  return (value) => {
    const found: Value[] = []
    for (const part of String(value).split(/[\n,，、;；]+/).map((each) => each.trim()).filter(Boolean)) {
      const read = one(part)
      if (!read.ok) return read
      if (!found.includes(read.value)) found.push(read.value)
    }
    return { ok: true, value: found }
  }
}
