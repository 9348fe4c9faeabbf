import { open, stat } from "node:fs/promises";
import { defaultLimits, type WorkbookLimits } from "./limits";
import { openPackage, type WorkbookPackage } from "./package-reader";
import { findMainPart, readDateStyles, readIndex, readRelations, readSharedStrings } from "./parts";
import { type WorkbookProblem, WorkbookRefusal } from "./problem";
import { readSheet, type Sheet, type SheetContext } from "./sheet-reader";

/** `hidden` names the sheets that were left out because they are hidden. */
export type WorkbookReading = { ok: true; sheets: Sheet[]; hidden: string[] } | { ok: false; problem: WorkbookProblem };

/**
 * Reads an Excel workbook (.xlsx) that may be hostile, from its bytes or from a path. Formulas, error values and merged
 * cells are listed in each sheet's `problems`; whatever makes the file unfit as a whole comes back as one problem. Times
 * are as the sheet shows them, taken as UTC.
 */
export async function readWorkbook(source: Uint8Array | string, limits: Partial<WorkbookLimits> = {}): Promise<WorkbookReading> {
  try {
    return { ok: true, ...(await read(source, { ...defaultLimits, ...limits })) };
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

async function read(source: Uint8Array | string, limits: WorkbookLimits) {
  const size = typeof source === "string" ? (await stat(source)).size : source.byteLength;
  if (size > limits.size) throw new WorkbookRefusal({ code: "too-large", params: { megabytes: Math.floor(limits.size / 1_000_000) } });
  const bytes = typeof source === "string" ? source : Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  await refuseOtherFormats(bytes);
  const pack = await openPackage(bytes, limits);
  try {
    return await readPackage(pack, limits);
  } finally {
    pack.close();
  }
}

async function readPackage(pack: WorkbookPackage, limits: WorkbookLimits) {
  const main = await findMainPart(pack);
  const index = await readIndex(pack, main);
  const visible = index.sheets.filter((sheet) => !sheet.hidden);
  if (visible.length > limits.sheets) throw new WorkbookRefusal({ code: "too-many-sheets", params: { limit: limits.sheets } });
  const relations = await readRelations(pack, main);
  const strings = relations.find((relation) => relation.kind === "sharedStrings");
  const styles = relations.find((relation) => relation.kind === "styles");
  const context: SheetContext = {
    strings: strings ? await readSharedStrings(pack, strings.target, limits) : [],
    dateStyles: styles ? await readDateStyles(pack, styles.target) : [],
    from1904: index.from1904,
    limits,
    cellsSoFar: 0,
  };
  const sheets: Sheet[] = [];
  for (const sheet of visible) sheets.push(await readSheet(pack.chunks(sheet.path), sheet.name, context));
  return { sheets, hidden: index.sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name) };
}

const oleMagic = Buffer.from("d0cf11e0a1b11ae1", "hex");
const zipMagic = Buffer.from("504b0304", "hex");
const encryptedStream = Buffer.from("EncryptedPackage", "utf16le");

/** A password puts the workbook into an OLE container; the same container without it is Excel's format of before 2007. */
async function refuseOtherFormats(source: Buffer | string): Promise<void> {
  const head = typeof source === "string" ? await readHead(source) : source;
  if (head.subarray(0, 8).equals(oleMagic)) throw new WorkbookRefusal({ code: head.includes(encryptedStream) ? "encrypted" : "old-format" });
  if (!head.subarray(0, 4).equals(zipMagic)) throw new WorkbookRefusal({ code: "not-a-workbook" });
}

async function readHead(path: string): Promise<Buffer> {
  await using file = await open(path);
  const { bytesRead, buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
  const head = buffer.subarray(0, bytesRead);
  return head.equals(oleMagic) ? file.readFile() : head;
}
