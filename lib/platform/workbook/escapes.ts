// ECMA-376 part 1, 22.9.2.19 (ST_Xstring): _xHHHH_ stands for a character that XML cannot carry.

export function unescapeCellText(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

export function escapeCellText(text: string): string {
  const literal = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  // Carriage returns would be read back as line feeds; lone surrogates and controls are not XML.
  const carried = literal.replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu, (character) =>
    `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
  return escapeMarkup(carried);
}

export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => (character === "&" ? "&amp;" : character === "<" ? "&lt;" : character === ">" ? "&gt;" : "&quot;"));
}
