import ts from "typescript"
import { lineOf, parse, walk } from "./source"
import type { Finding, Tree } from "./tree"

const spoken = ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "placeholder", "title", "alt", "label"]
const chinese = /\p{Script=Han}/u
const english = /[a-z]{2}/

/** No text for people in pages and components: it comes from messages. */
export function texts(tree: Tree): Finding[] {
  const files = tree.files.filter((path) => /^(app|components)\/.*\.tsx$/.test(path) && !path.endsWith(".test.tsx"))
  return files.flatMap((file) => {
    const findings: Finding[] = []
    walk(parse(tree, file), (node) => {
      const text = textOf(node)
      if (text === undefined || !(chinese.test(text) || (english.test(text) && isSpoken(node)))) return
      findings.push({ file, line: lineOf(node), message: `a text for people belongs to messages: ${text.trim()}` })
    })
    return findings
  })
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node) || ts.isStringLiteralLike(node)) return node.text
  return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) ? node.text : undefined
}

/** Stands where a person would read or hear it: between tags, or in an attribute that is shown or read aloud. */
function isSpoken(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return true
  const { parent } = node
  if (ts.isJsxAttribute(parent)) return ts.isIdentifier(parent.name) && spoken.includes(parent.name.text)
  if (ts.isJsxExpression(parent)) return !ts.isJsxAttribute(parent.parent) || isSpoken(parent)
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isSpoken(parent)
  if (ts.isTemplateSpan(parent)) return isSpoken(parent.parent)
  if (ts.isTemplateExpression(parent) || ts.isParenthesizedExpression(parent)) return isSpoken(parent)
  return ts.isBinaryExpression(parent) && isJoin(parent.operatorToken.kind) && isSpoken(parent)
}

function isJoin(kind: ts.SyntaxKind): boolean {
  return [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.AmpersandAmpersandToken].includes(kind)
}
