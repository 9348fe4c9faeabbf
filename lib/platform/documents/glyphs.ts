/**
 * A function telling whether a TrueType font can draw a code point, read from its character map (formats 4 and 12 of
 * the OpenType specification's `cmap`).
 */
export function glyphsOf(font: Buffer): (code: number) => boolean {
  const tables = font.readUInt16BE(4);
  let cmap = 0;
  for (let i = 0; i < tables; i++) {
    const at = 12 + i * 16;
    if (font.toString("latin1", at, at + 4) === "cmap") cmap = font.readUInt32BE(at + 8);
  }
  const known = new Set<number>();
  const subtables = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < subtables; i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) addSegments(font, at, known);
    if (format === 12) addGroups(font, at, known);
  }
  return (code) => known.has(code);
}

function addSegments(font: Buffer, at: number, known: Set<number>) {
  const doubled = font.readUInt16BE(at + 6);
  for (let i = 0; i < doubled; i += 2) {
    const end = font.readUInt16BE(at + 14 + i);
    const start = font.readUInt16BE(at + 16 + doubled + i);
    for (let code = start; code <= end && code !== 0xffff; code++) known.add(code);
  }
}

function addGroups(font: Buffer, at: number, known: Set<number>) {
  const groups = font.readUInt32BE(at + 12);
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + i * 12;
    const end = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= end; code++) known.add(code);
  }
}
