import ts from "typescript"
import { lineOf, walk } from "./source"
import type { Finding } from "./tree"

/** A promise as a statement of its own: its failure would be lost. `void` says that this is meant. */
export function floating(checker: ts.TypeChecker, source: ts.SourceFile, file: string): Finding[] {
  const findings: Finding[] = []
  walk(source, (node) => {
    if (!ts.isExpressionStatement(node) || isHandled(node.expression)) return
    const type = checker.getTypeAtLocation(node.expression)
    if (!type.isUnion() ? !isPromise(checker, type) : !type.types.some((member) => isPromise(checker, member))) return
    findings.push({ file, line: lineOf(node), message: "a promise that nobody waits for: await it, or write void" })
  })
  return findings
}

function isHandled(expression: ts.Expression): boolean {
  if (ts.isVoidExpression(expression) || ts.isAwaitExpression(expression)) return true
  if (ts.isBinaryExpression(expression)) return expression.operatorToken.kind === ts.SyntaxKind.EqualsToken
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false
  const method = expression.expression.name.text
  return method === "catch" || (method === "then" && expression.arguments.length > 1)
}

function isPromise(checker: ts.TypeChecker, type: ts.Type): boolean {
  const then = type.getProperty("then")
  return then !== undefined && type.getProperty("catch") !== undefined && checker.getTypeOfSymbol(then).getCallSignatures().length > 0
}
