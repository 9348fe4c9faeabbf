import { dirname, join } from "node:path/posix"
import ts from "typescript"
import type { Tree } from "./tree"

export type Import = { readonly from: string; readonly line: number; readonly typeOnly: boolean }

const parsed = new WeakMap<Tree, Map<string, ts.SourceFile>>()

/** The syntax tree of one file, parsed once. */
export function parse(tree: Tree, path: string): ts.SourceFile {
  const cache = parsed.get(tree) ?? new Map<string, ts.SourceFile>()
  parsed.set(tree, cache)
  const source = cache.get(path) ?? ts.createSourceFile(path, tree.text(path), ts.ScriptTarget.Latest, true)
  cache.set(path, source)
  return source
}

export function lineOf(node: ts.Node): number {
  const source = node.getSourceFile()
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/** Every import, re-export and dynamic import; paths inside the project are given from its root, without extension. */
export function importsOf(tree: Tree, path: string): Import[] {
  const imports: Import[] = []
  walk(parse(tree, path), (node) => {
    const specifier = specifierOf(node)
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return
    imports.push({ from: resolve(path, specifier.text), line: lineOf(node), typeOnly: isTypeOnly(node) })
  })
  return imports
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0]
  return undefined
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  if (!ts.isImportDeclaration(node) || node.importClause === undefined) return false
  if (node.importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const bindings = node.importClause.namedBindings
  return node.importClause.name === undefined && bindings !== undefined && ts.isNamedImports(bindings)
    && bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly)
}

function resolve(path: string, specifier: string): string {
  const inside = specifier.startsWith("@/") ? specifier.slice(2)
    : specifier.startsWith(".") ? join(dirname(path), specifier) : undefined
  return inside === undefined ? specifier : `/${inside.replace(/\.(ts|tsx|js|mjs)$/, "")}`
}
