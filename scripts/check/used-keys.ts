import type { Texts } from "./catalogues"
import { parse } from "./source"
import { lineOfKey } from "./catalogues"
import { translations, type Use } from "./translations"
import type { Finding, Tree } from "./tree"

/** Keys that code asks for and no file has; keys that no code asks for, in namespaces where every use can be read. */
export function usedKeys(tree: Tree, source: ReadonlyMap<string, Texts>): Finding[] {
  const files = tree.files.filter((path) => /^(app|components|lib)\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  const uses = files.flatMap((file) => translations(parse(tree, file)).map((use) => ({ ...use, file })))
  const all = new Set([...source].flatMap(([space, texts]) => [...texts.keys()].map((key) => `${space}.${key}`)))
  return [...missing(uses, all), ...leftOver(tree, uses, source)]
}

function missing(uses: readonly (Use & { file: string })[], all: ReadonlySet<string>): Finding[] {
  return uses.flatMap(({ file, line, key, pattern }) => {
    const keys = [...all]
    const known = key !== undefined ? all.has(key) || keys.some((one) => one.startsWith(`${key}.`)) : keys.some((one) => pattern.test(one))
    return known ? [] : [{ file, line, message: `no message has the key ${key ?? pattern.source}` }]
  })
}

function leftOver(tree: Tree, uses: readonly Use[], source: ReadonlyMap<string, Texts>): Finding[] {
  return [...source].flatMap(([space, texts]) => [...texts.keys()].flatMap((text) => {
    const full = `${space}.${text}`
    const used = uses.some(({ key, pattern }) => full === key || full.startsWith(`${key}.`) || pattern.test(full))
    const file = `messages/zh-CN/${space}.json`
    return used ? [] : [{ file, line: lineOfKey(tree, file, text), message: `"${text}" is used nowhere` }]
  }))
}
