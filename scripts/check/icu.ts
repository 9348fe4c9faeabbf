/** The names of an ICU message's placeholders and rich-text tags, wherever they stand (also inside plural and select), sorted. */
export function placeholders(message: string): string[] {
  const names = new Set<string>()
  read(unquoted(message), 0, names)
  return [...names].sort()
}

/** Reads one message up to its closing brace and returns where that stands. */
function read(text: string, from: number, names: Set<string>): number {
  let at = from
  while (at < text.length && text[at] !== "}") {
    if (text[at] === "{") at = readArgument(text, at + 1, names)
    else at += readTag(text.slice(at), names)
  }
  return at
}

function readTag(rest: string, names: Set<string>): number {
  const tag = /^<(\w+)\s*\/?>/.exec(rest)
  if (tag?.[1] !== undefined) names.add(`<${tag[1]}>`)
  return tag?.[0].length ?? 1
}

/** `name}`, `name, number}` or `count, plural, one {…} other {…}}`: the options are messages again. */
function readArgument(text: string, from: number, names: Set<string>): number {
  const head = /^\s*(\w+)\s*(,\s*(\w+)\s*)?/.exec(text.slice(from))
  names.add(head?.[1] ?? "")
  let at = from + (head?.[0].length ?? 0)
  while (at < text.length && text[at] !== "}") at = text[at] === "{" ? read(text, at + 1, names) + 1 : at + 1
  return at + 1
}

function unquoted(message: string): string {
  return message.replaceAll("''", "").replace(/'[{}<][^']*(?:'|$)/g, "")
}
