const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" }

/** A text as it may stand in HTML, between tags and in an attribute within quotes; as React writes it. */
export function escaped(text: string): string {
  return /["&'<>]/.test(text) ? text.replaceAll(/["&'<>]/g, (mark) => marks[mark] ?? mark) : text
}
