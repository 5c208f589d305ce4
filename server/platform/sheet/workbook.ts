import { meaningOf, type NumberMeaning } from "./number-format";
import { refuseFile } from "./refuse-file";
import { legacyOfFont, type LegacyFont } from "./vietnamese-legacy";
import { readPart, type Attributes } from "./xml-reader";
import type { ZipReader } from "./zip-reader";

/** What a cell's style says of its value. */
export interface CellStyle {
  meaning: NumberMeaning;
  /** The old Vietnamese encoding that the font belongs to. */
  font: LegacyFont | null;
}

export interface Workbook {
  sheets: { name: string; part: string; isHidden: boolean }[];
  is1904: boolean;
  styles: CellStyle[];
  /** The part with the texts that cells share; null where there is none. */
  sharedPart: string | null;
}

const MAIN = "spreadsheetml.sheet.main+xml";

/** Reads what a workbook says of itself: its sheets, its styles, from when its days are counted. */
export async function readWorkbook(zip: ZipReader): Promise<Workbook> {
  if (!zip.has("[Content_Types].xml")) throw refuseFile("fileNotXlsx");
  const roots = await relationsOf(zip, "");
  const main = roots.find((relation) => relation.type === "officeDocument")?.target;
  if (!main || !zip.has(main) || !(await isWorkbook(zip, main))) throw refuseFile("fileNotXlsx");
  const relations = await relationsOf(zip, main);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const partOf = (type: string) => relations.find((r) => r.type === type && zip.has(r.target))?.target ?? null;

  const sheets: Workbook["sheets"] = [];
  let is1904 = false;
  await readPart(zip.bytes(main), {
    open: (name, attributes) => {
      if (name === "workbookPr") is1904 = isTrue(attributes.date1904);
      if (name !== "sheet") return;
      const relation = byId.get(prefixedId(attributes) ?? "");
      // Charts and macro sheets stand among the sheets too.
      if (relation?.type !== "worksheet" || !zip.has(relation.target)) return;
      const isHidden = attributes.state === "hidden" || attributes.state === "veryHidden";
      sheets.push({ name: attributes.name ?? "", part: relation.target, isHidden });
    },
  });
  const styles = partOf("styles");
  return { sheets, is1904, styles: styles ? await stylesOf(zip, styles) : [], sharedPart: partOf("sharedStrings") };
}

async function isWorkbook(zip: ZipReader, main: string): Promise<boolean> {
  let found = false;
  const extension = main.slice(main.lastIndexOf(".") + 1).toLowerCase();
  await readPart(zip.bytes("[Content_Types].xml"), {
    open: (name, { PartName, Extension, ContentType }) => {
      const isMain = name === "Override" && PartName?.replace(/^\//, "").toLowerCase() === main.toLowerCase();
      const isDefault = name === "Default" && Extension?.toLowerCase() === extension;
      if ((isMain || isDefault) && ContentType?.includes(MAIN)) found = true;
    },
  });
  return found;
}

interface Relation {
  id: string;
  /** The last word of the relation's type: the same in both editions of the standard. */
  type: string;
  target: string;
}

/** The relations of a part, or of the package where `part` is empty, with targets as names of entries. */
async function relationsOf(zip: ZipReader, part: string): Promise<Relation[]> {
  const cut = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, cut);
  const name = `${folder}_rels/${part.slice(cut)}.rels`;
  const relations: Relation[] = [];
  if (!zip.has(name)) return relations;
  await readPart(zip.bytes(name), {
    open: (tag, { Id, Type, Target, TargetMode }) => {
      if (tag !== "Relationship" || !Target || TargetMode === "External") return;
      const target = new URL(Target, `zip://x/${folder}`).pathname.slice(1);
      relations.push({ id: Id ?? "", type: Type?.slice(Type.lastIndexOf("/") + 1) ?? "", target: decoded(target) });
    },
  });
  return relations;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function stylesOf(zip: ZipReader, part: string): Promise<CellStyle[]> {
  const codes = new Map<number, string>();
  const fonts: (LegacyFont | null)[] = [];
  const styles: CellStyle[] = [];
  let within = "";
  await readPart(zip.bytes(part), {
    open: (name, attributes) => {
      if (name === "fonts" || name === "cellXfs" || name === "cellStyleXfs" || name === "dxfs") within = name;
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (within === "fonts" && name === "font") fonts.push(null);
      if (within === "fonts" && name === "name" && fonts.length > 0)
        fonts[fonts.length - 1] = legacyOfFont(attributes.val ?? "");
      if (within !== "cellXfs" || name !== "xf") return;
      const id = Number(attributes.numFmtId ?? 0);
      styles.push({ meaning: meaningOf(id, codes.get(id)), font: fonts[Number(attributes.fontId ?? 0)] ?? null });
    },
  });
  return styles;
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

/** The relation of a sheet: `id` under whatever prefix the producer chose. */
function prefixedId(attributes: Attributes): string | undefined {
  const name = Object.keys(attributes).find((key) => key.endsWith(":id"));
  return name && attributes[name];
}
