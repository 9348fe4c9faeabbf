/** How wide a text stands, in pixels. No font is at hand on the server, so the widths are those of the widest face in use (DejaVu Sans): others need less. */
export function widthOf(text: string, size: number, bold = false): number {
  let sum = 0
  for (const sign of text) sum += emsOf(sign) * (bold && !ideographic.test(sign) ? boldness : 1)
  return sum * size
}

/**
 * A text in lines no wider than asked (pixels). Chinese breaks between any two characters, save before closing and after
 * opening punctuation; Latin at spaces, hyphens and slashes; a word wider than a line is cut, never drawn over the edge.
 */
export function wrap(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = []
  let line = ""
  for (const unit of unitsOf(text).flatMap((one) => cutTo(one, width, size, bold))) {
    if (line !== "" && widthOf((line + unit).trimEnd(), size, bold) > width) {
      lines.push(line.trimEnd())
      line = ""
    }
    line += line === "" ? unit.trimStart() : unit
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()]
}

const opening = /[（《〈「『【〔“‘([{]/u
const closing = /[），。、；：？！》〉」』】〕”’…)\]},.;:?!%]/u
const ideographic = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\u3000-\u303F]/u
const latin: [string, number][] = [["iljfI.,:;'|!()[]-/ \u00A0", 0.37], ["rt", 0.41], ["ckszvxyJ", 0.59], ["w", 0.82], ["mMW@%", 0.99]]
const ems = new Map(latin.flatMap(([signs, width]) => [...signs].map((sign): [string, number] => [sign, width])))
const boldness = 1.13

function emsOf(sign: string): number {
  if (ideographic.test(sign) || /[“”‘’—…]/u.test(sign)) return 1
  return ems.get(sign) ?? (/[A-Z←]/.test(sign) ? 0.74 : 0.64)
}

/** The pieces between which a line may break. */
function unitsOf(text: string): string[] {
  const units: string[] = []
  let before = ""
  for (const sign of text) {
    const last = units.length - 1
    if (last >= 0 && !mayBreak(before, sign)) units[last] += sign
    else units.push(sign)
    before = sign
  }
  return units
}

function mayBreak(before: string, after: string): boolean {
  if (opening.test(before) || closing.test(after) || after === " ") return false
  return before === " " || before === "-" || before === "/" || ideographic.test(before) || ideographic.test(after)
}

function cutTo(unit: string, width: number, size: number, bold: boolean): string[] {
  if (widthOf(unit.trim(), size, bold) <= width) return [unit]
  const pieces = [""]
  for (const sign of unit) {
    const last = pieces.at(-1) ?? ""
    if (last !== "" && widthOf(last + sign, size, bold) > width) pieces.push(sign)
    else pieces[pieces.length - 1] = last + sign
  }
  return pieces
}
