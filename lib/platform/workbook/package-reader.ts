import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import type { WorkbookLimits } from "./limits";
import { WorkbookRefusal } from "./problem";

/** The parts of an opened package by path, and a reader that proves size and checksum while it streams. */
export type WorkbookPackage = {
  names: string[];
  has: (name: string) => boolean;
  chunks: (name: string) => AsyncGenerator<Buffer>;
  close: () => void;
};

/** Opens a zip. Refuses what its own directory declares to be too much; nothing is unpacked here. */
export async function openPackage(source: Buffer | string, limits: WorkbookLimits): Promise<WorkbookPackage> {
  const zip = await asDamaged(() =>
    typeof source === "string" ? openPromise(source, { lazyEntries: true, autoClose: false }) : fromBufferPromise(source, { lazyEntries: true }),
  );
  try {
    const entries = await readDirectory(zip, limits);
    return {
      names: [...entries.values()].map((entry) => entry.fileName),
      has: (name) => entries.has(key(name)),
      chunks: (name) => readPart(zip, entries.get(key(name))),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

const key = (name: string) => name.toLowerCase();

async function readDirectory(zip: ZipFile, limits: WorkbookLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.parts) throw new WorkbookRefusal({ code: "too-many-parts", params: { limit: limits.parts } });
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  await asDamaged(async () => {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > limits.unpackedSize)
        throw new WorkbookRefusal({ code: "too-large-unpacked", params: { megabytes: Math.floor(limits.unpackedSize / 1_000_000) } });
      if (entry.isEncrypted()) throw new WorkbookRefusal({ code: "encrypted" });
      if (entries.has(key(entry.fileName))) throw new WorkbookRefusal({ code: "damaged" });
      entries.set(key(entry.fileName), entry);
    }
  });
  return entries;
}

async function* readPart(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw new WorkbookRefusal({ code: "damaged" });
  // yauzl stops the stream where it outgrows its declared size, so that the sum checked above holds.
  const stream: Readable = await asDamaged(() => zip.openReadStreamPromise(entry));
  let sum = 0;
  const iterator = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await asDamaged(() => iterator.next());
      if (done) break;
      sum = crc32(value, sum);
      yield value;
    }
  } finally {
    stream.destroy();
  }
  if (sum !== entry.crc32) throw new WorkbookRefusal({ code: "damaged" });
}

async function asDamaged<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    throw error instanceof WorkbookRefusal ? error : new WorkbookRefusal({ code: "damaged" });
  }
}
