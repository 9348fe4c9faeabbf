import { posix } from "node:path";
import { callsOut } from "./calls-out";
import { showsDate } from "./dates";
import { unescapeCellText } from "./escapes";
import type { WorkbookLimits } from "./limits";
import { readMarkup } from "./markup";
import type { WorkbookPackage } from "./package-reader";
import { WorkbookRefusal } from "./problem";

type Relation = { id: string; kind: string; target: string; external: boolean };

/** The relations of a part; `kind` is the last word of the type's address, the same in both dialects of the standard. */
export async function readRelations(pack: WorkbookPackage, part: string): Promise<Relation[]> {
  const path = posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  if (!pack.has(path)) return relations;
  await readMarkup(pack.chunks(path), {
    open: (name, attributes) => {
      if (name !== "Relationship") return;
      const target = attributes.Target ?? "";
      relations.push({
        id: attributes.Id ?? "",
        kind: (attributes.Type ?? "").split("/").at(-1) ?? "",
        target: target.startsWith("/") ? target.slice(1) : posix.join(posix.dirname(part), target),
        external: attributes.TargetMode === "External",
      });
    },
  });
  return relations;
}

/** The path of the workbook's main part. Refuses other kinds of document, macros and links to other workbooks. */
export async function findMainPart(pack: WorkbookPackage): Promise<string> {
  if (!pack.has("[Content_Types].xml")) throw new WorkbookRefusal({ code: "not-a-workbook" });
  const types: string[] = [];
  await readMarkup(pack.chunks("[Content_Types].xml"), { open: (_, attributes) => types.push((attributes.ContentType ?? "").toLowerCase()) });
  const main = (await readRelations(pack, "")).find((relation) => relation.kind === "officeDocument");
  const names = pack.names.map((name) => name.toLowerCase());
  const isWorkbook = types.some((type) => /spreadsheetml\.(sheet|template)\.main\+xml|sheet\.macroenabled|template\.macroenabled/.test(type));
  if (!main || !isWorkbook) throw new WorkbookRefusal({ code: "not-a-workbook" });
  if (types.some((type) => /macro|vba/.test(type)) || names.some((name) => name.endsWith("vbaproject.bin") || name.includes("/macrosheets/")))
    throw new WorkbookRefusal({ code: "macros" });
  if (names.some((name) => /\/externallinks\/|(^|\/)connections\.xml$/.test(name))) throw new WorkbookRefusal({ code: "external-links" });
  if (!pack.has(main.target)) throw new WorkbookRefusal({ code: "damaged" });
  return main.target;
}

export type WorkbookIndex = { from1904: boolean; sheets: { name: string; hidden: boolean; path: string }[] };

/** The worksheets in their order; chart sheets and dialogs are left out. */
export async function readIndex(pack: WorkbookPackage, main: string): Promise<WorkbookIndex> {
  const relations = new Map((await readRelations(pack, main)).map((relation) => [relation.id, relation]));
  const index: WorkbookIndex = { from1904: false, sheets: [] };
  await readMarkup(pack.chunks(main), {
    open: (name, attributes, around) => {
      if (name === "workbookPr") index.from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name !== "sheet" || around.at(-1) !== "sheets") return;
      const id = Object.entries(attributes).find(([key]) => key === "id" || key.endsWith(":id"))?.[1];
      const relation = relations.get(id ?? "");
      if (!relation) throw new WorkbookRefusal({ code: "damaged" });
      if (relation.external) throw new WorkbookRefusal({ code: "external-links" });
      if (relation.kind !== "worksheet") return;
      index.sheets.push({ name: attributes.name ?? "", hidden: (attributes.state ?? "visible") !== "visible", path: relation.target });
    },
    text: (text, around) => {
      if (around.at(-1) !== "definedName") return;
      const by = callsOut(text);
      if (by !== null) throw new WorkbookRefusal({ code: "calling-name", params: { by } });
    },
  });
  return index;
}

/** The table of texts that cells point to. Furigana and the like are left out. */
export async function readSharedStrings(pack: WorkbookPackage, path: string, limits: WorkbookLimits): Promise<string[]> {
  const strings: string[] = [];
  let current = "";
  await readMarkup(pack.chunks(path), {
    open: (name) => {
      if (name === "si") current = "";
    },
    text: (text, around) => {
      if (around.at(-1) === "t" && !around.includes("rPh")) current += text;
    },
    close: (name) => {
      if (name !== "si") return;
      if (strings.push(unescapeCellText(current)) > limits.cells) throw new WorkbookRefusal({ code: "too-many-cells", params: { limit: limits.cells } });
    },
  });
  return strings;
}

/** For each cell style by its number, whether it shows a date. */
export async function readDateStyles(pack: WorkbookPackage, path: string): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  await readMarkup(pack.chunks(path), {
    open: (name, attributes, around) => {
      if (name === "numFmt" && around.at(-1) === "numFmts") formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name !== "xf" || around.at(-1) !== "cellXfs") return;
      const id = Number(attributes.numFmtId ?? 0);
      styles.push(showsDate(id, formats.get(id)));
    },
  });
  return styles;
}
