import type { Finding, Tree } from "./tree"

const longest = 300
const long = 200
const median = 60

/** Code files: median under 60 lines, 95 % under 200, none over 300. Tests are code for the longest only. */
export function lengths(tree: Tree): Finding[] {
  const files = tree.files.filter(isCode).map((file) => ({ file, line: lines(tree.text(file)) }))
  const over = files.filter(({ line }) => line > longest).map((entry) => ({ ...entry, message: `${entry.line} lines; none may have more than ${longest}` }))
  const code = files.filter(({ file }) => !isTest(file)).sort((one, other) => one.line - other.line)
  const middle = code[Math.floor(code.length / 2)]
  const wordy = middle !== undefined && middle.line >= median
    ? [{ ...middle, message: `half of the code files have ${middle.line} lines or more; the median stays under ${median}` }] : []
  return [...over, ...wordy, ...tooManyLong(code)]
}

function tooManyLong(code: readonly { file: string; line: number }[]): Finding[] {
  const many = code.filter(({ line }) => line >= long)
  if (many.length <= code.length * 0.05) return []
  return many.map((entry) => ({ ...entry, message: `${entry.line} lines; more than 5 % of the code files (${many.length} of ${code.length}) have ${long} or more` }))
}

function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs|js|css|typ)$/.test(path) && !/(^|\/)generated\/|\.d\.ts$/.test(path)
}

function isTest(path: string): boolean {
  return path.startsWith("tests/") || /\.test\.tsx?$/.test(path)
}

function lines(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0)
}
