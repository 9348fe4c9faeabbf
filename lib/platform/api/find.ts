import type { Operation } from "@/lib/platform/endpoint"

type Match = { operation: Operation; parameters: Record<string, string> }

/** The operation that a method and a path (percent-encoded, below /api/v1) name; a fixed word goes before a parameter. */
export function find(operations: Operation[], method: string, path: string): Match | null {
  const parts = path.split("/").filter(Boolean).map(decoded)
  const matches = operations.filter((operation) => operation.method === method).flatMap((operation) => {
    const parameters = fit(operation.path, parts)
    return parameters ? [{ operation, parameters }] : []
  })
  return matches.sort((one, other) => Object.keys(one.parameters).length - Object.keys(other.parameters).length)[0] ?? null
}

/** The methods that a path may be asked with; none if there is no such path. */
export function methodsOf(operations: Operation[], path: string): string[] {
  const methods = operations.map(({ method }) => method).filter((method, index, all) => all.indexOf(method) === index && find(operations, method, path))
  return methods.includes("GET") ? [...methods, "HEAD"] : methods
}

function fit(pattern: string, parts: string[]): Record<string, string> | null {
  const wanted = pattern.split("/").filter(Boolean)
  if (wanted.length !== parts.length) return null
  const parameters: Record<string, string> = {}
  for (const [index, word] of wanted.entries()) {
    const given = parts[index] ?? ""
    if (word.startsWith("{")) parameters[word.slice(1, -1)] = given
    else if (word !== given) return null
  }
  return parameters
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
