import { parse } from "@formatjs/icu-messageformat-parser"
import { traditionalFile } from "../traditional"
import { lineOfKey, textsOf, type Texts } from "./catalogues"
import { placeholders } from "./icu"
import type { Finding, Tree } from "./tree"
import { usedKeys } from "./used-keys"

/** Every key in every language with the same placeholders; traditional texts current; no key missing or left over. */
export function messages(tree: Tree): Finding[] {
  const source = textsOf(tree, "zh-CN")
  return [...compare(tree, "zh-CN", source), ...compare(tree, "en", source), ...traditional(tree), ...usedKeys(tree, source)]
}

function compare(tree: Tree, locale: string, source: ReadonlyMap<string, Texts>): Finding[] {
  const own = textsOf(tree, locale)
  const spaces = [...new Set([...source.keys(), ...own.keys()])]
  return spaces.flatMap((space) => compareSpace(tree, `messages/${locale}/${space}.json`, source.get(space) ?? new Map(), own.get(space) ?? new Map()))
}

function compareSpace(tree: Tree, file: string, source: Texts, own: Texts): Finding[] {
  const found = (key: string, message: string) => ({ file, line: lineOfKey(tree, file, key), message })
  const missing = [...source.keys()].filter((key) => !own.has(key)).map((key) => found(key, `"${key}" is missing`))
  const wrong = [...own].flatMap(([key, text]) => {
    const original = source.get(key)
    if (original === undefined) return [found(key, `"${key}" is not in zh-CN`)]
    if (text.trim() === "") return [found(key, `"${key}" is empty`)]
    const broken = syntaxError(text)
    if (broken) return [found(key, `"${key}" cannot be read: ${broken}`)]
    const [wants, has] = [placeholders(original).join(", "), placeholders(text).join(", ")]
    return wants === has ? [] : [found(key, `"${key}" has the placeholders [${has}], zh-CN [${wants}]`)]
  })
  return [...missing, ...wrong]
}

/** What the formatter could not read, such as a hyphen in a selector: the page would show the key. */
function syntaxError(text: string): string | null {
  try {
    parse(text)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Traditional texts are made from the simplified ones, so that the same file is the same keys and placeholders. */
function traditional(tree: Tree): Finding[] {
  const of = (locale: string) => tree.files.filter((path) => path.startsWith(`messages/${locale}/`)).map((path) => path.slice(`messages/${locale}/`.length))
  return [...new Set([...of("zh-CN"), ...of("zh-TW")])].flatMap((name) => {
    const [from, file] = [`messages/zh-CN/${name}`, `messages/zh-TW/${name}`]
    const both = tree.files.includes(from) && tree.files.includes(file)
    return both && tree.text(file) === traditionalFile(tree.text(from)) ? [] : [{ file, line: 1, message: "not current: npm run traditional" }]
  })
}
