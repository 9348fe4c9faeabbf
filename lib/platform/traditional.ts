import { Converter } from "opencc-js/cn2t"
import words from "./traditional-words.json" with { type: "json" }

// OpenCC's phrases for Taiwan are words of computing (设备 would become 裝置, 运行 執行, 声明 宣告), wrong in a power
// plant and in an audit. Characters therefore follow Taiwan's standard, and only the listed words change as words.
const convert = Converter({ from: "cn", to: "tw" })
const replacements = new Map(Object.entries(words))
const listed = new RegExp([...replacements.keys()].sort((one, other) => other.length - one.length).join("|"), "g")

/** Simplified Chinese as it is written in Taiwan. Text in other scripts stays as it is. */
export function toTraditional(simplified: string): string {
  const parts: string[] = []
  let from = 0
  for (const match of simplified.matchAll(listed)) {
    parts.push(convert(simplified.slice(from, match.index)), replacements.get(match[0]) ?? convert(match[0]))
    from = match.index + match[0].length
  }
  return [...parts, convert(simplified.slice(from))].join("")
}
