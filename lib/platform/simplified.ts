import { Converter } from "opencc-js/t2cn"
import words from "./traditional-words.json" with { type: "json" }

const convert = Converter({ from: "tw", to: "cn" })
const listed = Object.entries(words).filter(([simplified, traditional]) => simplified !== traditional).toSorted(([, one], [, other]) => other.length - one.length)

/**
 * How words may stand in simplified Chinese: as typed, by its characters, and with the words that readers in Taiwan are shown in
 * place of ours (資料 for 数据). For searches; more than one may be meant.
 */
export function simplifiedForms(typed: string): string[] {
  const reworded = listed.reduce((text, [simplified, traditional]) => text.replaceAll(traditional, simplified), typed)
  // 帳 is both 账 and 帐; the handbook writes 账.
  return [...new Set([typed, ...[typed, reworded].map((text) => convert(text).replaceAll("帐", "账"))])]
}
