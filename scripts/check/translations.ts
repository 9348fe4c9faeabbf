import ts from "typescript"
import { lineOf, walk } from "./source"

/** One use of messages: an exact key, or a pattern for what is only known when it runs. */
export type Use = { readonly line: number; readonly key: string | undefined; readonly pattern: RegExp }

const makers = ["useTranslations", "getTranslations", "createTranslator"]

/** All uses in a file: `const t = useTranslations("units")`, then `t("title")`, `t.rich("note", …)`, `t(\`state.${x}\`)`; a `t` that is handed on may use all of its namespace. */
export function translations(source: ts.SourceFile): Use[] {
  const uses: Use[] = []
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || !makers.includes(node.expression.text)) return
    const space = namespaceOf(node)
    const name = nameOf(node)
    if (space === undefined || name === undefined) return void uses.push(anything(node, space ?? ""))
    uses.push(...usesOf(name, space))
  })
  return uses
}

function namespaceOf(call: ts.CallExpression): string | undefined {
  const [first] = call.arguments
  if (first === undefined) return ""
  if (ts.isStringLiteralLike(first)) return first.text
  if (!ts.isObjectLiteralExpression(first)) return undefined
  const property = first.properties.find((one) => one.name !== undefined && ts.isIdentifier(one.name) && one.name.text === "namespace")
  if (property === undefined) return ""
  return ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer) ? property.initializer.text : undefined
}

/** The variable that a call's result (awaited or not) is kept in. */
function nameOf(call: ts.CallExpression): ts.Identifier | undefined {
  const kept = ts.isAwaitExpression(call.parent) ? call.parent : call
  return ts.isVariableDeclaration(kept.parent) && ts.isIdentifier(kept.parent.name) ? kept.parent.name : undefined
}

function usesOf(name: ts.Identifier, space: string): Use[] {
  const scope = ts.findAncestor(name, (node) => ts.isBlock(node) || ts.isSourceFile(node)) ?? name.getSourceFile()
  const uses: Use[] = []
  walk(scope, (node) => {
    if (!ts.isIdentifier(node) || node.text !== name.text || node === name || isOwnName(node)) return
    uses.push(...useOf(node, space))
  })
  return uses
}

function isOwnName(node: ts.Identifier): boolean {
  const { parent } = node
  return (ts.isPropertyAccessExpression(parent) && parent.name === node) || (ts.isPropertyAssignment(parent) && parent.name === node)
    || (ts.isJsxAttribute(parent) && parent.name === node)
}

function useOf(name: ts.Identifier, space: string): Use[] {
  const called = ts.isPropertyAccessExpression(name.parent) ? name.parent : name
  const call = called.parent
  if (!ts.isCallExpression(call) || call.expression !== called) return [anything(name, space)]
  const [key] = call.arguments
  return key === undefined ? [anything(name, space)] : keysOf(key, space)
}

function keysOf(key: ts.Expression, space: string): Use[] {
  if (ts.isParenthesizedExpression(key)) return keysOf(key.expression, space)
  if (ts.isConditionalExpression(key)) return [...keysOf(key.whenTrue, space), ...keysOf(key.whenFalse, space)]
  const prefix = space === "" ? "" : `${space}.`
  if (ts.isStringLiteralLike(key)) return [{ line: lineOf(key), key: prefix + key.text, pattern: /^$/ }]
  if (!ts.isTemplateExpression(key)) return [anything(key, space)]
  const parts = [key.head.text, ...key.templateSpans.map((span) => span.literal.text)].map((part) => escaped(part))
  return [{ line: lineOf(key), key: undefined, pattern: new RegExp(`^${escaped(prefix)}${parts.join(".+")}$`) }]
}

function anything(node: ts.Node, space: string): Use {
  return { line: lineOf(node), key: undefined, pattern: new RegExp(space === "" ? "." : `^${escaped(space)}\\.`) }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}
