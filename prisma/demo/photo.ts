import { crc32, deflateSync } from "node:zlib"

const width = 480
const height = 320

/** A small picture of a signed form, drawn and not photographed: paper, ruled lines, a red seal; `mark` makes each its own. */
export function photo(mark: number): Uint8Array {
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue] = colour(x, y, mark)
      const at = y * (width * 3 + 1) + 1 + x * 3
      rows.set([red, green, blue], at)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))])
}

function colour(x: number, y: number, mark: number): [number, number, number] {
  const seal = Math.hypot(x - 380, y - 240)
  if (seal < 44 && seal > 38) return [176, 38, 30]
  if (y > 40 && y % 28 === 0 && x > 30 && x < 450) return [150, 150, 146]
  if (y > 60 && y < 220 && (x * 7 + y * 13 + mark * 31) % 97 < 9 && y % 28 > 14 && x > 40 && x < 60 + ((mark * 53 + y) % 300)) return [40, 44, 60]
  return [244 - (y >> 5), 242 - (y >> 5), 232 - (x >> 6)]
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
