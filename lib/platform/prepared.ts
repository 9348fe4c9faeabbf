const popular = 3
const limit = 400
const remembered = 2000
const longest = 20_000

/**
 * Names for statements, so that PostgreSQL parses and plans each once for a connection and not at each request: for small reads
 * through row-level security that is most of their time. Only texts that come again are named, and only so many, since each
 * connection keeps the plans of all that it was asked; the others have the empty name, which keeps nothing.
 */
export function preparedNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  const seen = new Map<string, number>()
  return ({ sql }) => {
    const name = names.get(sql) ?? ""
    if (name !== "" || names.size >= limit || sql.length > longest) return name
    if (seen.size >= remembered) seen.clear()
    const times = (seen.get(sql) ?? 0) + 1
    if (times < popular) {
      seen.set(sql, times)
      return ""
    }
    seen.delete(sql)
    const given = `kp_${names.size}`
    names.set(sql, given)
    return given
  }
}
