import { join, relative } from "node:path"
import ts from "typescript"
import { floating } from "./floating"
import type { Finding, Tree } from "./tree"

/** What `tsc --noEmit` says, and promises that nobody waits for, from one program. */
export function types(tree: Tree): Finding[] {
  const config = ts.getParsedCommandLineOfConfigFile(join(tree.root, "tsconfig.json"), { noEmit: true, incremental: false }, {
    ...ts.sys,
    getCurrentDirectory: () => tree.root,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"))
    },
  })
  if (config === undefined) throw new Error("tsconfig.json cannot be read")
  const program = ts.createProgram(config.fileNames, config.options)
  const own = program.getSourceFiles().filter((source) => tree.files.includes(relative(tree.root, source.fileName)))
  return [
    ...[...config.errors, ...ts.getPreEmitDiagnostics(program)].map((diagnostic) => told(tree, diagnostic)),
    ...own.flatMap((source) => floating(program.getTypeChecker(), source, relative(tree.root, source.fileName))),
  ]
}

function told(tree: Tree, diagnostic: ts.Diagnostic): Finding {
  const { file, start = 0 } = diagnostic
  return {
    file: file === undefined ? "tsconfig.json" : relative(tree.root, file.fileName),
    line: file === undefined ? 1 : file.getLineAndCharacterOfPosition(start).line + 1,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, " "),
  }
}
