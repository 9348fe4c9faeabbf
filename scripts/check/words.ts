import { homedir } from "node:os"
import type { Finding, Tree } from "./tree"

const readable = /\.(ts|tsx|mjs|js|json|md|css|sql|prisma|typ|yml|yaml|sh|example|html|txt)$|(^|\/)\.(npmrc|gitignore|env\.example)$|^\.ci\//

// Home folders, temporary folders and the folders that hold checkouts: right on one machine only.
const machine = /(?<![\w.:/)\]}*-])(\/(home|Users|tmp)\/[\w.-]+|\/root\/[\w.-]+|\/work\/(main|wt|shared)\b)/
const silenced = /\b(eslint|oxlint|knip)-(disable|ignore)/
const registry = /"resolved":\s*"(https?|git\+\w+):/

/** No path of one machine, no silenced check and no registry's host in what git tracks. */
export function words(tree: Tree): Finding[] {
  return tree.files.filter((path) => readable.test(path)).flatMap((file) => file === "package-lock.json"
    ? lines(tree, file, (text) => registry.test(text), "the lock file names a registry's host")
    : lines(tree, file, (text) => machine.test(text) || names(text, tree.root) || names(text, homedir()), "a path of one machine").concat(lines(tree, file, (text) => silenced.test(text), "a check is not silenced: mend what it finds")))
}

function names(text: string, folder: string): boolean {
  return folder.split("/").length > 2 && text.includes(folder)
}

function lines(tree: Tree, file: string, wrong: (text: string) => boolean, message: string): Finding[] {
  return tree.text(file).split("\n").flatMap((text, at) => wrong(text) ? [{ file, line: at + 1, message }] : [])
}
