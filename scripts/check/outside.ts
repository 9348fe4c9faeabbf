import ts from "typescript"
import type { Place } from "./place"
import { lineOf, parse, walk } from "./source"
import type { Finding, Tree } from "./tree"

/** What the text of a file says about its place: actions are server actions, tables are for queries and commands, pages compare no status. */
export function outside(tree: Tree, file: string, place: Place): Finding[] {
  return [...serverAction(tree, file, place), ...barrel(tree, file), ...tables(tree, file, place), ...statuses(tree, file, place)]
}

function serverAction(tree: Tree, file: string, place: Place): Finding[] {
  if (place.in !== "room" || place.kind !== "actions") return []
  const [first] = parse(tree, file).statements
  const directive = first !== undefined && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression) && first.expression.text === "use server"
  return directive ? [] : [{ file, line: 1, message: "actions begin with \"use server\"" }]
}

function barrel(tree: Tree, file: string): Finding[] {
  const { statements } = parse(tree, file)
  const only = statements.length > 0 && statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined)
  return only ? [{ file, line: 1, message: "a file that only hands on other files' names: import from where things are" }] : []
}

/** `tx.deficiency.…`: a transaction may be handed on, but only queries and commands look into it. */
function tables(tree: Tree, file: string, place: Place): Finding[] {
  if (place.in === "platform" || place.in === "database") return []
  if (place.in === "room" && ["queries", "commands", "record", "verify"].includes(place.kind)) return []
  return seek(tree, file, (node) => ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "tx",
    "only queries and commands touch the database")
}

function statuses(tree: Tree, file: string, place: Place): Finding[] {
  if (place.in !== "app") return []
  return seek(tree, file, comparesStatus, "a page compares no status: let rules or policy say what it means")
}

function seek(tree: Tree, file: string, wrong: (node: ts.Node) => boolean, message: string): Finding[] {
  const findings: Finding[] = []
  walk(parse(tree, file), (node) => {
    if (wrong(node)) findings.push({ file, line: lineOf(node), message })
  })
  return findings
}

function comparesStatus(node: ts.Node): boolean {
  if (ts.isSwitchStatement(node)) return isStatus(node.expression) && node.caseBlock.clauses.some((clause) => ts.isCaseClause(clause) && ts.isStringLiteral(clause.expression))
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) return node.expression.name.text === "includes" && node.arguments.some(isStatus)
  if (!ts.isBinaryExpression(node)) return false
  const compares = [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken, ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsToken]
  const sides = [node.left, node.right]
  return compares.includes(node.operatorToken.kind) && sides.some(isStatus) && sides.some((side) => ts.isStringLiteralLike(side))
}

function isStatus(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return node.text === "status"
  return ts.isPropertyAccessExpression(node) && ["status", "state"].includes(node.name.text)
}
