const functions = /(?:^|[^\p{L}\d_])(WEBSERVICE|DDE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|SQL\.?REQUEST|IMAGE|HYPERLINK|STOCKHISTORY|CUBE[A-Z]+|IMPORT[A-Z]+)\s*\(/iu;
// [1]Sheet!A1, '[book.xlsx]Sheet 1'!A1; of LibreOffice 'file:///…'#$Sheet.A1
const otherWorkbook = /\[[^\][]+\][\p{L}\d_.$' -]*!|'(?:file|https?|ftp|smb):[^']*'#/iu;
// program|topic!item
const otherProgram = /(?<![\p{L}\d_.'])[\p{L}\d_.']+\|[^|!]*!/u;

/** By what a formula reaches out of its workbook: a function's name, another workbook or another program; null if it stays inside. */
export function callsOut(formula: string): string | null {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return functions.exec(bare)?.[1]?.toUpperCase() ?? otherWorkbook.exec(bare)?.[0] ?? otherProgram.exec(bare)?.[0] ?? null;
}
