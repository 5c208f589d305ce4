/** A cell of a table to be pasted: its text, and how many columns and rows it covers. Lines are paragraphs. */
export type Cell = string | { text: string; columns?: number; rows?: number };

const textOf = (cell: Cell): string => (typeof cell === "string" ? cell : cell.text);
const spans = (cell: Cell): string =>
  typeof cell === "string"
    ? ""
    : `${cell.columns ? ` colspan=${cell.columns}` : ""}${cell.rows ? ` rowspan=${cell.rows}` : ""}`;
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Breaks a text over source lines as Word does, in the middle of sentences. */
const folded = (text: string): string => escaped(text).replace(/ (\S+ \S+ \S+) /g, "\r\n  $1 ");

/** A table, with paragraphs round it, as Word puts it on the clipboard: classes, styles, conditional comments and all. */
export function wordHtml(tables: { before?: string[]; rows: Cell[][]; after?: string[] }[]): string {
  const paragraph = (text: string): string =>
    `<p class=MsoNormal align=center style='text-align:center'><b><span lang=VI style='font-size:13.0pt;\r\nfont-family:"Times New Roman",serif;mso-ansi-language:VI'>${folded(text)}<o:p></o:p></span></b></p>`;
  const cell = (one: Cell): string => {
    const paragraphs = textOf(one)
      .split("\n")
      .map(
        (text) =>
          `<p class=MsoNormal style='margin-top:3.0pt;text-align:justify;mso-yfti-cnfc:0'><span\r\n  style='font-size:12.0pt;mso-bidi-font-size:13.0pt'>${text === "" ? "<o:p>&nbsp;</o:p>" : folded(text)}<o:p></o:p></span></p>`,
      );
    return `<td width=60${spans(one)} valign=top style='width:44.8pt;border:solid windowtext 1.0pt;\r\n  mso-border-alt:solid windowtext .5pt;padding:0in 5.4pt 0in 5.4pt'>\r\n  ${paragraphs.join("\r\n  ")}\r\n  </td>`;
  };
  const body = tables.map(
    ({ before = [], rows, after = [] }) => `${before.map(paragraph).join("\r\n")}
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 ${rows.map((row, at) => `<tr style='mso-yfti-irow:${at};page-break-inside:avoid'>\r\n  ${row.map(cell).join("\r\n  ")}\r\n </tr>`).join("\r\n ")}
</table>
${after.map(paragraph).join("\r\n")}`,
  );
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style>
<!--
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal {mso-style-parent:""; margin:0in; font-size:14.0pt; font-family:"Times New Roman",serif;}
-->
</style>
</head>
<body lang=EN-US style='tab-interval:.5in;word-wrap:break-word'>
<!--StartFragment-->${body.join("\r\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\r\n")}<!--EndFragment-->
</body>
</html>`;
}

/** A range as Excel puts it on the clipboard; it ends with a hidden row that only holds the widths. */
export function excelHtml(rows: Cell[][]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const cell = (one: Cell): string =>
    `<td${spans(one)} class=xl65 style='border-top:none;height:15.75pt'>${textOf(one).split("\n").map(escaped).join("<br>\r\n    ")}</td>`;
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15">
<style><!-- .xl65 {mso-number-format:General; white-space:normal;} --></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 style='border-collapse:collapse'>
<!--StartFragment-->
 ${Array.from({ length: width }, () => `<col width=64 style='mso-width-source:userset'>`).join("")}
 ${rows.map((row) => `<tr height=21 style='height:15.75pt'>\r\n  ${row.map(cell).join("\r\n  ")}\r\n </tr>`).join("\r\n ")}
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'>${Array.from({ length: width }, () => "<td width=64 style='width:48pt'></td>").join("")}</tr>
 <![endif]>
<!--EndFragment-->
</table></body></html>`;
}

/** A range as LibreOffice Calc puts it on the clipboard. */
export const libreOfficeHtml = (rows: Cell[][]): string => `<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.4 (Linux)"/>
<style type="text/css">body,div,table,td,p { font-family:"Liberation Sans"; font-size:x-small }</style></head>
<body><table cellspacing="0" border="0"><colgroup width="85"></colgroup>
${rows
  .map(
    (row) =>
      `<tr>${row.map((one) => `<td${spans(one)} height="17" align="left" valign=bottom><font face="Liberation Serif" size=3>${textOf(one).split("\n").map(escaped).join("<br>")}</font></td>`).join("\n")}</tr>`,
  )
  .join("\n")}
</table></body></html>`;
