/** Numbers of the cell styles in `styles.xml` below. */
export const styleNumber = { plain: 0, head: 1, text: 2, quoted: 3, date: 4, time: 5 } as const;

const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const font = '<sz val="10"/><color rgb="FF1A1A1A"/><name val="Microsoft YaHei"/><family val="2"/><charset val="134"/>';
const hair = '<bottom style="thin"><color rgb="FF5C5C5C"/></bottom>';
const body = '<alignment vertical="top" wrapText="1"/>';
const cell = (format: number, more = "") => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"${more}>${body}</xf>`;

/**
 * Texts have the format "text", so that what is typed later stays text (3.10 is not 3.1). `quoted` adds the quote prefix:
 * a text that begins like a formula stays a text even when somebody edits it.
 */
export const stylesPart = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet ${namespace}><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F0EB"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/>${hair}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${cell(0)}<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>${cell(49)}${cell(49, ' quotePrefix="1"')}${cell(164)}${cell(165)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
