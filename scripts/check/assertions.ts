import ts from "typescript"
import { lineOf, parse, walk } from "./source"
import type { Finding, Tree } from "./tree"

const asserting = /^(expect|assert|prove)/

/** A test that asserts nothing passes whatever the code does. Functions of the same file that assert count as assertions. */
export function assertions(tree: Tree): Finding[] {
  const files = tree.files.filter((path) => /\.(test|spec)\.tsx?$/.test(path))
  return files.flatMap((file) => {
    const source = parse(tree, file)
    const known = new Set(functionsOf(source).filter(({ body }) => asserts(body, new Set())).map(({ name }) => name))
    return testsOf(source).filter(({ body }) => !asserts(body, known)).map(({ call }) => ({ file, line: lineOf(call), message: "a test that asserts nothing" }))
  })
}

function asserts(body: ts.Node, known: ReadonlySet<string>): boolean {
  let found = false
  walk(body, (node) => {
    if (!ts.isCallExpression(node)) return
    const name = rootOf(node.expression)
    found ||= name !== undefined && (asserting.test(name) || known.has(name))
  })
  return found
}

/** The first name of a call: `expect` of `expect.soft(a).toBe(b)`. Methods of others (`page.expectTitle`) count by their own name. */
function rootOf(callee: ts.Expression): string | undefined {
  if (ts.isIdentifier(callee)) return callee.text
  if (ts.isPropertyAccessExpression(callee)) return asserting.test(callee.name.text) ? callee.name.text : rootOf(callee.expression)
  return ts.isCallExpression(callee) ? rootOf(callee.expression) : undefined
}

type Named = { name: string; body: ts.Node }

function functionsOf(source: ts.SourceFile): Named[] {
  return source.statements.flatMap((statement): Named[] => {
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) return [{ name: statement.name.text, body: statement }]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => ts.isIdentifier(name) && initializer !== undefined ? [{ name: name.text, body: initializer }] : [])
  })
}

function testsOf(source: ts.SourceFile): { call: ts.CallExpression; body: ts.Node }[] {
  const tests: { call: ts.CallExpression; body: ts.Node }[] = []
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || !["test", "it"].includes(rootOf(node.expression) ?? "") || /\.(step|beforeEach|afterEach|beforeAll|afterAll|describe)\b/.test(node.expression.getText())) return
    const body = node.arguments.findLast((argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument))
    if (body !== undefined && node.arguments[0] !== body) tests.push({ call: node, body })
  })
  return tests
}
