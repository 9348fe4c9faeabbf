import { finished } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";

export type Part = { name: string; content: Iterable<string> | AsyncIterable<string> };

const dosEpoch = 0x00210000; // 1 January 1980: the same content gives the same bytes

/** A zip of parts, each compressed while it is generated; only the compressed bytes are kept. */
export async function writePackage(parts: Iterable<Part>): Promise<Uint8Array> {
  const output: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const { chunks, sum, packed, unpacked } = await compress(part.content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0); // version needed
    fields.writeUInt16LE(0x0800, 2); // names in UTF-8
    fields.writeUInt16LE(8, 4); // deflate
    fields.writeUInt32LE(dosEpoch, 6);
    fields.writeUInt32LE(sum, 10);
    fields.writeUInt32LE(packed, 14);
    fields.writeUInt32LE(unpacked, 18);
    fields.writeUInt16LE(name.length, 22);
    output.push(Buffer.from("504b0304", "hex"), fields, name, ...chunks);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("504b01021400", "hex"), fields, where, name);
    offset += 30 + name.length + packed;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506, 0);
  end.writeUInt16LE(directory.length / 4, 8);
  end.writeUInt16LE(directory.length / 4, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...output, listing, end]));
}

const batch = 1 << 16;

async function compress(content: Part["content"]) {
  const deflate = createDeflateRaw();
  const chunks: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = finished(deflate);
  let sum = 0;
  let unpacked = 0;
  let waiting = "";
  const send = async () => {
    const bytes = Buffer.from(waiting);
    waiting = "";
    sum = crc32(bytes, sum);
    unpacked += bytes.length;
    if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once("drain", resolve));
  };
  for await (const text of content) {
    waiting += text;
    if (waiting.length > batch) await send();
  }
  await send();
  deflate.end();
  await ended;
  return { chunks, sum, packed: chunks.reduce((total, chunk) => total + chunk.length, 0), unpacked };
}
