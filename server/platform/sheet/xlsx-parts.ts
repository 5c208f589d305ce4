import { toExcelString } from "./excel-string";

/** The cell styles that a written workbook has, by their place in its list. */
export const STYLE = { plain: 0, head: 1, keptHead: 2, whole: 3, day: 4, moment: 5, text: 6, keptText: 7 } as const;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** What the parts of a workbook of so many sheets are. */
export const contentTypes = (sheets: number): string =>
  `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  ["workbook:sheet.main", "styles:styles", ...each(sheets, (n) => `worksheets/sheet${n}:worksheet`)]
    .map((part) => part.split(":"))
    .map(
      ([name, type]) =>
        `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
    )
    .join("") +
  "</Types>";

const each = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i + 1));

const relations = (...targets: [type: string, target: string][]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">` +
  targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join("") +
  "</Relationships>";

export const PACKAGE_RELATIONS = relations(["officeDocument", "xl/workbook.xml"]);
/** The sheets of a workbook, in order, then its styles. */
export const workbookRelations = (sheets: number): string =>
  relations(...each(sheets, (n): [string, string] => ["worksheet", `worksheets/sheet${n}.xml`]), [
    "styles",
    "styles.xml",
  ]);

/** Texts have the text format, so that a code typed over keeps its zeros; `kept` ones show that they are no formula. */
export const STYLES =
  `${DECLARATION}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>' +
  '<numFmt numFmtId="165" formatCode="dd/mm/yyyy\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="8">' +
  ["0 0", "49 1", "49 1 kept", "3 0", "164 0", "165 0", "49 0", "49 0 kept"]
    .map((style) => style.split(" "))
    .map(
      ([format, font, kept]) =>
        `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${kept ? ' quotePrefix="1"' : ""}/>`,
    )
    .join("") +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** The list of the sheets, and the names by which Excel knows what their filters cover. */
export function workbookXml(sheets: readonly { name: string; range: string }[]): string {
  const listed = sheets.map(
    ({ name }, i) => `<sheet name="${attribute(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const filters = sheets.map(({ name, range }, i) => {
    const covered = range.replace(/[A-Z]+|\d+/g, "$$$&");
    return (
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">` +
      `${toExcelString(`'${name.replaceAll("'", "''")}'!${covered}`)}</definedName>`
    );
  });
  return (
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${listed.join("")}</sheets><definedNames>${filters.join("")}</definedNames></workbook>`
  );
}

/** The beginning of a sheet: its first row stands still, its columns have their widths. */
export function sheetStart(widths: number[]): string {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>' +
    `</sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>`
  );
}

export const sheetEnd = (range: string): string => `</sheetData><autoFilter ref="${range}"/></worksheet>`;

const attribute = (text: string): string => toExcelString(text).replaceAll('"', "&quot;");

/** A name that Excel takes for a sheet: at most 31 characters, none of []:*?/\, no apostrophe at either end. */
export function sheetNameOf(wanted: string): string {
  const cleaned = wanted

    .replace(/[\0-\x1f\ufffe\uffff]|\p{Surrogate}/gu, " ")
    .replace(/[[\]:*?/\\]/g, "-")
    .slice(0, 31)
    // A pair cut in half at the end goes as a whole.
    .replace(/[\ud800-\udbff]$/, "")
    .replace(/^'+|'+$/g, "")
    .trim();
  // "History" is what Excel calls a sheet of its own.
  if (/^history$/i.test(cleaned)) return `${cleaned}_`;
  return cleaned || "Sheet1";
}

/** The letters of a column: 28 is "AB". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
